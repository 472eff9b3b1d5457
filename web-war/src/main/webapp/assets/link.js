/* Copies the address of the page, without what the reader chose to see of it; says so, or says the address when the browser does not let it. */
(() => {
  'use strict';
  document.addEventListener('click', e => {
    const button = e.target.closest('[data-copied]');
    if (!button) return;
    const { copied, notCopied } = button.dataset;
    const link = location.origin + location.pathname;
    const { say } = window.casebound;
    // Browsers have no clipboard for pages that came without TLS.
    const copy = navigator.clipboard ? navigator.clipboard.writeText(link) : Promise.reject(new Error('no clipboard'));
    copy.then(() => say(copied, 'good')).catch(() => say(notCopied.replace('{0}', link), 'bad'));
  });
})();
