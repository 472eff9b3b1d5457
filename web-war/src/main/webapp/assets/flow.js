/* A step of the flow picture leads to its line in the list below, with its tries unfolded. */
(() => {
  'use strict';
  document.addEventListener('click', e => {
    const link = e.target.closest('.flowpicture a');
    if (!link) return;
    const line = document.getElementById(link.getAttribute('href').slice(1));
    if (!line) return;
    e.preventDefault();
    line.querySelectorAll('details').forEach(d => { d.open = true; });
    line.scrollIntoView({ block: 'center' });
    line.focus({ preventScroll: true });
  });
})();
