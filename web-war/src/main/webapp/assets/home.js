/* The start page: what was opened last, as this browser remembers it. */
(() => {
  'use strict';
  const panel = document.getElementById('recent');
  const list = panel?.querySelector('ul');
  const opened = window.casebound.recent?.() ?? [];
  if (!list || !opened.length) return;
  opened.forEach(page => {
    const link = document.createElement('a');
    link.href = (document.documentElement.dataset.root || '') + page.path;
    link.textContent = page.title;
    const line = document.createElement('li');
    line.append(link);
    list.append(line);
  });
  panel.hidden = false;
})();
