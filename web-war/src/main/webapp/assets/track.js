/* The page of a request follows it: after each change it asks how often the request has changed, and when that has grown, and once a minute for
   the times that are left, it reads itself again. Parts that differ take the place of those that are shown, and what is new is said aloud. The form stays. */
(() => {
  'use strict';
  const AGAIN = 55000;
  const part = document.querySelector('[data-track]');
  let shown = '';
  let about = part?.dataset.track;
  let known = '';
  let last = Date.now();
  if (!about) return;

  const heading = place => place.querySelector('h2')?.textContent;
  const letters = (place, kind) => place.querySelectorAll(`.messages > li${kind}`).length;
  const { caseNews, follow, localTimes, reader, say } = window.casebound;

  const showState = (place, fresh) => {
    if (shown === fresh.innerHTML) return;
    shown = fresh.innerHTML;
    const before = heading(place);
    place.replaceChildren(...fresh.childNodes);
    localTimes(place);
    if (heading(place) !== before) say(heading(place));
  };

  /* What is new stays marked so until there is something newer, though this page has told that it is read. */
  const showMessages = (place, fresh) => {
    if (!place || !fresh || letters(fresh, '') === letters(place, '')) return;
    const news = letters(fresh, ':not(.own)') > letters(place, ':not(.own)');
    place.replaceChildren(...fresh.childNodes);
    localTimes(place);
    if (news) say(place.dataset.news);
  };

  const read = async () => {
    last = Date.now();
    const answer = await fetch(location.pathname, { redirect: 'manual', headers: { 'X-Requested-With': 'refresh' } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const state = page.getElementById('track');
    if (!state) return;
    about = state.dataset.track;
    showState(part, state);
    showMessages(document.getElementById('track-messages'), page.getElementById('track-messages'));
  };

  follow(reader(async () => {
    if (!about) return;
    const changes = await caseNews(about, known);
    if (changes !== known || Date.now() - last > AGAIN) {
      await read();
      known = changes;
    }
  }));
  // What it was before this page was made is not known: the first news lead to a reading.
  caseNews(about, known).catch(() => {});
})();
