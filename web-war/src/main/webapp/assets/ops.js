// Pages of operations: what moves by itself is asked for again until it has come to its end.
(() => {
  'use strict';
  const PAUSE = 1500;
  const LONGEST = 15000;
  const seen = new Map();
  let pause = PAUSE;

  /** Puts the parts of the page as it is now into the page as it is shown; answers whether something still moves. */
  const replace = fresh => {
    document.querySelectorAll('[data-live]').forEach(part => {
      const next = fresh.getElementById(part.id);
      if (!next) return;
      if (next.innerHTML !== seen.get(part.id)) {
        seen.set(part.id, next.innerHTML);
        part.replaceChildren(...next.childNodes);
        window.casebound.localTimes(part);
        pause = PAUSE;
      }
      part.dataset.live = next.dataset.live;
    });
  };

  const moves = () => document.querySelector('[data-live="yes"]') !== null;

  /** What can be done now may be something else: the page is read again, unless that would lose what the reader has typed. */
  const settle = () => {
    const typed = [...document.querySelectorAll('main textarea, main input[type="text"]')].some(field => field.value !== field.defaultValue);
    if (!typed) location.reload();
  };

  const look = () => {
    if (document.hidden) { setTimeout(look, pause); return; }
    fetch(location.href, { headers: { 'X-Requested-With': 'console' } })
      .then(answer => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
      .then(text => replace(new DOMParser().parseFromString(text, 'text/html')))
      .catch(() => {})
      .finally(() => {
        pause = Math.min(pause * 1.3, LONGEST);
        if (moves()) setTimeout(look, pause); else settle();
      });
  };
  if (moves()) setTimeout(look, pause);
})();
