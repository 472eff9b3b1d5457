/* Pages that stay true. A page says what it hears of (the channels in data-hears) or which case it follows (data-news). After each change of
   that it reads itself again, and the parts that differ (data-fresh) take the place of those that are shown. What is typed, unfolded, focused
   or to be pressed stays; nothing that can be pressed moves while somebody points at it or is in it: then a button offers what is new. */
(() => {
  'use strict';
  const POLL = 60000;
  const { caseNews, follow, heard, localTimes, reader, say } = window.casebound;
  const about = document.querySelector('[data-news]');
  const hears = document.getElementById('main')?.dataset.hears;
  if (!about && !hears || !document.querySelector('[data-fresh]')) return;
  const shown = new Map();
  let known = '';
  let undrawn = false;

  const parts = () => [...document.querySelectorAll('[data-fresh]')];
  const targets = part => [...part.querySelectorAll('a[href], button')].map(e => e.getAttribute('href') || e.id).join('\n');
  const typed = part => [...part.querySelectorAll('input, textarea')].some(field => (/^(checkbox|radio)$/.test(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue));
  const chosen = part => { const words = getSelection(); return !words.isCollapsed && part.contains(words.anchorNode); };
  const inUse = part => part.contains(document.activeElement) || document.querySelector('dialog[open]') !== null
    || part.querySelector('a:hover, button:hover, summary:hover, tr:hover') !== null;
  const mustWait = (part, fresh) => typed(part) || chosen(part) || (inUse(part) && targets(part) !== targets(fresh));

  /* A chart stays the one that is drawn and gets the new values; one that is not drawn yet needs the page to be loaded. */
  const chartsOf = part => new Map([...part.querySelectorAll('[data-chart]')].map(place => [place.firstElementChild?.id, place]));
  const keepCharts = (part, drawn) => {
    let all = true;
    chartsOf(part).forEach((place, id) => {
      const chart = drawn.get(id);
      if (!chart) { all = false; place.remove(); return; }
      const same = chart.dataset.chart === place.dataset.chart;
      chart.dataset.chart = place.dataset.chart;
      chart.className = place.className;
      place.replaceWith(chart);
      if (!same) window.caseboundChartData?.(chart);
    });
    return all;
  };

  const replace = (part, fresh) => {
    shown.set(part.id, fresh.innerHTML);
    const open = [...part.querySelectorAll('details')].map(details => details.open);
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    const drawn = chartsOf(part);
    part.replaceChildren(...fresh.cloneNode(true).childNodes);
    const all = keepCharts(part, drawn);
    [...part.querySelectorAll('details')].forEach((details, i) => { if (i < open.length) details.open = open[i]; });
    if (focused) [...part.querySelectorAll('a, button, summary, [tabindex]')].find(e => e.id === focused.id && e.getAttribute('href') === focused.getAttribute('href'))?.focus({ preventScroll: true });
    localTimes(part);
    return all;
  };

  /* What waits stays as it is until the reader wants to see what it is now. */
  const offer = take => {
    const place = document.getElementById('changed') || document.getElementById('stale');
    if (!take) { place.replaceChildren(); return; }
    if (!place.firstChild) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn';
      button.textContent = place.dataset.text;
      place.append(button);
    }
    place.firstChild.onclick = take;
  };

  /* Those that the page knows by their ids. One may be there only because of something chosen (data-typed). */
  const commands = page => [...page.querySelectorAll('main button[type="submit"][id]:not([data-typed])')].map(button => button.id).join();

  const show = (page, now) => {
    page.querySelectorAll('[data-fresh] script').forEach(script => script.remove());
    const status = document.querySelector('.head .badge')?.textContent;
    const unread = document.getElementById('unread')?.textContent;
    // What can be done stays, too: he may be about to press a button, or has typed something.
    const settled = commands(page) === commands(document);
    let waiting = false;
    parts().forEach(part => {
      const fresh = page.getElementById(part.id);
      if (!fresh || shown.get(part.id) === fresh.innerHTML) return;
      if (!now && hears && mustWait(part, fresh)) waiting = true;
      else if (!replace(part, fresh)) undrawn = true;
    });
    offer(!settled || undrawn ? () => location.reload() : waiting ? () => { show(page, true); document.getElementById('main').focus({ preventScroll: true }); } : null);
    const after = document.querySelector('.head .badge')?.textContent;
    const letters = document.getElementById('unread')?.textContent;
    if (about && after !== status) say(after);
    else if (letters && letters !== unread) say(letters);
  };

  const look = reader(async () => {
    const newest = about && (await caseNews(about.dataset.news, known));
    if (about && newest === known) return;
    const answer = await fetch(location.pathname + location.search, { redirect: 'manual', headers: { 'X-Requested-With': 'refresh' } });
    if (answer.ok) {
      show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      known = newest ?? '';
    }
  });
  if (about) {
    follow(look);
    // What it was before this page was made is not known: the first news lead to a reading.
    caseNews(about.dataset.news, known).catch(() => {});
  } else {
    hears.split(' ').forEach(channel => heard(channel, look));
    setInterval(look, POLL);
  }
})();
