/* The bell: how much the reader was told and has not read. It is counted when a page opens, when something was told, and once a minute. */
(() => {
  'use strict';
  const bell = document.getElementById('bell');
  if (!bell) return;
  const root = document.documentElement.dataset.root || '';
  const MOST = 100;
  const POLL = 60000;
  let busy = false;
  let again = false;

  const show = count => {
    bell.hidden = !count;
    bell.textContent = '';
    if (!count) return;
    const digits = document.createElement('span');
    digits.className = 'bell-count';
    digits.setAttribute('aria-hidden', 'true');
    digits.textContent = count < MOST ? String(count) : `${MOST - 1}+`;
    const words = document.createElement('span');
    words.className = 'sr-only';
    words.textContent = ` ${digits.textContent} ${bell.dataset.unread}`;
    bell.append(digits, words);
  };

  const look = async () => {
    if (document.hidden) return;
    if (busy) { again = true; return; }
    busy = true;
    // No connection, or signed out: the number stays as it was, the next look tries again.
    const answer = await fetch(`${root}/notifications/count`, { redirect: 'manual', headers: { 'X-Requested-With': 'refresh' } }).catch(() => null);
    if (answer?.ok) show(Number(await answer.text()));
    setTimeout(() => { busy = false; if (again) { again = false; look(); } }, 1000);
  };

  /* What is followed from the list is read. */
  document.addEventListener('click', e => {
    const link = e.target.closest('a[data-reads]');
    if (link) navigator.sendBeacon(`${root}/notifications/read`, new URLSearchParams({ id: link.dataset.reads }));
  });

  look();
  setInterval(look, POLL);
  document.addEventListener('visibilitychange', look);
  window.casebound.heard?.(document.getElementById('main')?.dataset.socket === '/live/own' ? 'case' : 'notices', look);
})();
