// Pages of operations: what moves by itself is asked for again until it has come to its end, and whenever the page hears of a change.
(() => {
  'use strict';
  const PAUSE = 1500;
  const LONGEST = 15000;
  const SOON = 1000;
  const seen = new Map();
  let pause = PAUSE;
  let timer = 0;
  let begun = 0;
  let reading = false;
  let again = false;

  /** What a part says, but for how long ago it was. */
  const said = part => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('time').forEach(time => time.remove());
    return copy.textContent.replace(/\s+/g, ' ');
  };

  /** Puts the parts of the page as it is now into the page as it is shown; answers whether one on which it depends what can be done says something else. */
  const replace = fresh => {
    let changed = false;
    document.querySelectorAll('[data-live]').forEach(part => {
      const next = fresh.getElementById(part.id);
      if (!next) return;
      if (next.innerHTML !== seen.get(part.id)) {
        seen.set(part.id, next.innerHTML);
        changed ||= part.dataset.decides === 'yes' && said(next) !== said(part);
        part.replaceChildren(...next.childNodes);
        window.casebound.localTimes(part);
        pause = PAUSE;
      }
      part.dataset.live = next.dataset.live;
    });
    return changed;
  };

  const moves = () => document.querySelector('[data-live="yes"]') !== null;

  /** What can be done now may be something else: the page is read again, unless that would lose what the reader has typed. */
  const settle = () => {
    const typed = [...document.querySelectorAll('main textarea, main input[type="text"]')].some(field => field.value !== field.defaultValue);
    if (!typed) location.reload();
  };

  const plan = wait => {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  };

  const look = () => {
    if (document.hidden) { plan(pause); return; }
    const moved = moves();
    let changed = false;
    reading = true;
    begun = Date.now();
    fetch(location.href, { headers: { 'X-Requested-With': 'console' } })
      .then(answer => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
      .then(text => { changed = replace(new DOMParser().parseFromString(text, 'text/html')); })
      .catch(() => {})
      .finally(() => {
        reading = false;
        pause = Math.min(pause * 1.3, LONGEST);
        if (moves() !== moved || (changed && !moved)) settle();
        else if (again) { again = false; plan(SOON); }
        else if (moves()) plan(pause);
      });
  };
  if (!document.querySelector('[data-live]')) return;
  if (moves()) plan(pause);
  const hear = () => {
    if (reading) again = true; else plan(Math.max(50, begun + SOON - Date.now()));
  };
  (document.getElementById('main').dataset.hears || '').split(' ').forEach(channel => window.casebound.heard?.(channel, hear));
})();
