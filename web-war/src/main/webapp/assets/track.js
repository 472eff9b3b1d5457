/* The page of a request follows it: it asks how often the request has changed, and when that has grown, and once a minute for the times that
   are left, it reads itself again. Parts that differ take the place of those that are shown, and what is new is said aloud. The form stays. */
(() => {
  'use strict';
  const EVERY = 5000;
  const AGAIN = 60000;
  /* Each reading takes one of the forty pages that the server remembers of a session: that of the form must stay among them. */
  const MOST_READINGS = 20;
  const root = document.documentElement.dataset.root || '';
  const part = document.querySelector('[data-track]');
  const shown = new Map();
  let about = part?.dataset.track;
  let known = '';
  let readings = 0;
  let last = Date.now();
  if (!about) return;

  const untouched = () => [...document.querySelectorAll('#reply textarea, #reply input[type="file"]')].every(field => !field.value);
  const heading = place => place.querySelector('h2')?.textContent;
  const letters = place => place.querySelectorAll('.messages > li:not(.own)').length;

  const replace = (id, page, isNews, words) => {
    const place = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (!place || !fresh || shown.get(id) === fresh.innerHTML) return;
    shown.set(id, fresh.innerHTML);
    const news = isNews(fresh, place);
    place.replaceChildren(...fresh.childNodes);
    window.casebound.localTimes(place);
    if (news) window.casebound.say(words(place));
  };

  const read = async () => {
    if (readings >= MOST_READINGS) {
      if (untouched()) location.reload();
      return;
    }
    readings += 1;
    last = Date.now();
    const answer = await fetch(location.pathname, { redirect: 'manual' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    about = page.getElementById('track')?.dataset.track;
    replace('track', page, (fresh, place) => heading(fresh) !== heading(place), heading);
    replace('track-messages', page, (fresh, place) => letters(fresh) > letters(place), place => place.dataset.news);
  };

  const look = async () => {
    const news = await fetch(`${root}/case-news/${about}`, { redirect: 'manual' });
    if (!news.ok) return;
    const changes = await news.text();
    if (changes !== known || Date.now() - last > AGAIN) {
      await read();
      known = changes;
    }
  };

  const watch = () => setTimeout(async () => {
    // No connection: the next look tries again.
    if (!document.hidden) await look().catch(() => {});
    if (about) watch();
  }, EVERY);
  watch();
})();
