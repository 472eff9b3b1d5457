/* Parts of a page that go on by themselves: while [data-track] says yes, it is read again, and what changed is said aloud. */
(() => {
  'use strict';
  const EVERY = 5000;
  const words = part => part.querySelector('h2')?.textContent ?? '';
  const refresh = async part => {
    const answer = await fetch(location.pathname, { redirect: 'manual' });
    if (!answer.ok) return part;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
    if (!fresh || fresh.innerHTML === part.innerHTML) return part;
    const said = words(fresh) !== words(part);
    part.replaceWith(fresh);
    window.casebound.localTimes(fresh);
    if (said) window.casebound.say(words(fresh));
    return fresh;
  };
  const watch = part => {
    if (part?.dataset.track !== 'yes') return;
    setTimeout(async () => {
      watch(document.hidden ? part : await refresh(part).catch(() => part));
    }, EVERY);
  };
  watch(document.querySelector('[data-track]'));
})();
