/* The start page: what was opened last, as this browser remembers it, and what is pinned. */
(() => {
  'use strict';
  const { say, choose } = window.casebound;
  /* The server makes the order; the page comes again with it, and the focus is on the same button, wherever its panel is now. */
  const MOVED = 'casebound-moved';
  document.addEventListener('click', async e => {
    const button = e.target.closest('[data-pins]');
    if (!button) return;
    if (!await choose('HOME_PINS', button.dataset.pins)) return;
    sessionStorage.setItem(MOVED, JSON.stringify({ id: button.id, said: button.dataset.said.replace('{0}', button.dataset.name) }));
    location.reload();
  });
  const moved = JSON.parse(sessionStorage.getItem(MOVED) || 'null');
  if (moved) {
    sessionStorage.removeItem(MOVED);
    const button = document.getElementById(moved.id) || document.getElementById(moved.id.replace('rise-', 'pin-'));
    button?.focus({ preventScroll: true });
    button?.closest('.panel').scrollIntoView({ block: 'nearest' });
    say(moved.said);
  }
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
