/* The page of a case follows the case. After each change of it on this node it asks how often the case has changed; when that has grown it
   reads itself again, and the parts that differ take the place of those that are shown. What is typed, unfolded, focused or to be pressed stays. */
(() => {
  'use strict';
  const PAUSE = 1000;
  /* Each reading takes one of the forty pages that the server remembers of a session: that of this page must stay among them. */
  const MOST_READINGS = 20;
  const { follow, localTimes, say } = window.casebound;
  const root = document.documentElement.dataset.root || '';
  const about = document.querySelector('[data-news]');
  if (!about) return;
  const shown = new Map();
  let known = '';
  let readings = 0;
  let reading = false;
  let again = false;
  let missed = false;

  const commands = page => [...page.querySelectorAll('main button[type="submit"]')].map(button => button.id).join();

  const replace = (part, fresh) => {
    if (shown.get(part.id) === fresh.innerHTML) return;
    shown.set(part.id, fresh.innerHTML);
    const open = [...part.querySelectorAll('details')].map(details => details.open);
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    part.replaceChildren(...fresh.childNodes);
    [...part.querySelectorAll('details')].forEach((details, i) => { details.open = open[i] || false; });
    if (focused) [...part.querySelectorAll('a, summary, [tabindex]')].find(e => e.id === focused.id && e.getAttribute('href') === focused.getAttribute('href'))?.focus({ preventScroll: true });
    localTimes(part);
  };

  /* What can be done stays as it is until the reader wants to see what it is now: he may be about to press a button, or has typed something. */
  const offer = another => {
    const place = document.getElementById('changed');
    if (!another) place.replaceChildren();
    if (!another || place.firstChild) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn';
    button.textContent = place.dataset.text;
    button.addEventListener('click', () => location.reload());
    place.append(button);
  };

  const show = page => {
    offer(commands(page) !== commands(document));
    const status = document.querySelector('.head .badge')?.textContent;
    document.querySelectorAll('[data-fresh]').forEach(part => {
      const fresh = page.getElementById(part.id);
      if (fresh) replace(part, fresh);
    });
    const now = document.querySelector('.head .badge')?.textContent;
    if (now !== status) say(now);
  };

  const ask = () => fetch(`${root}/case-news/${about.dataset.news}`, { redirect: 'manual' });

  const look = async () => {
    if (document.hidden) { missed = true; return; }
    if (reading) { again = true; return; }
    reading = true;
    try {
      const news = await ask();
      const changes = news.ok ? await news.text() : known;
      if (changes !== known && readings >= MOST_READINGS) {
        offer(true);
      } else if (changes !== known) {
        readings += 1;
        const answer = await fetch(location.pathname, { redirect: 'manual' });
        if (answer.ok) {
          show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
          known = changes;
        }
      }
    } catch {
      /* No connection: the next push or poll tries again. */
    } finally {
      reading = false;
    }
    if (again) { again = false; setTimeout(look, PAUSE); }
  };
  document.addEventListener('visibilitychange', () => { if (!document.hidden && missed) { missed = false; look(); } });
  follow(look);
  // Who asks is told from now on. What it was before this page was made is not known: the first news lead to a reading.
  ask().catch(() => {});
})();
