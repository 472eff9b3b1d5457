/* The frame around every page: the reader's choices, the sheet of keys, what is said aloud, and the end of the session. */
(() => {
  'use strict';
  const root = document.documentElement;
  const signedIn = Number(root.dataset.sessionSeconds) > 0;

  /** Sends a command of the frame; resolves to whether the reader is still signed in. */
  const post = (path, fields) =>
    fetch((root.dataset.root || '') + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) }).then(answer => answer.status === 204);

  /* Said: read out by screen readers, shown for a while. */
  const said = document.getElementById('said');
  window.casebound.say = (text, tone = '') => {
    if (!said) return;
    const line = document.createElement('p');
    line.className = tone;
    line.textContent = text;
    said.append(line);
    while (said.childElementCount > 3) said.firstElementChild.remove();
    setTimeout(() => line.remove(), tone === 'bad' ? 12000 : 6000);
  };

  /* Choices: painted at once, kept for the person. The theme is in a cookie, too, for the page on which people sign in. */
  const paint = {
    THEME: name => {
      root.dataset.theme = name;
      document.cookie = `casebound-theme=${name}; path=/; max-age=31536000; samesite=lax`;
      const on = base => (name === base ? 'all' : name === 'system' ? `(prefers-color-scheme: ${base})` : 'not all');
      document.querySelectorAll('link[data-base]').forEach(link => { link.media = on(link.dataset.base); });
    },
    DENSITY: name => { root.dataset.density = name; },
    KEYS: name => { root.dataset.keys = name; },
    LANGUAGE: () => {}
  };
  const choose = (name, value) => {
    paint[name]?.(value);
    document.querySelectorAll(`button[data-choose="${name}"]`).forEach(b => b.setAttribute('aria-pressed', String(b.dataset.value === value)));
    return signedIn ? post('/preferences', { name, value }) : Promise.resolve(true);
  };
  window.casebound.choose = choose;
  document.addEventListener('click', e => {
    const button = e.target.closest('button[data-choose]');
    if (button) choose(button.dataset.choose, button.dataset.value);
    const keys = e.target.closest('[data-keys-switch]');
    if (keys) {
      const value = root.dataset.keys === 'off' ? 'on' : 'off';
      keys.setAttribute('aria-pressed', String(value === 'on'));
      keys.textContent = value === 'on' ? keys.dataset.on : keys.dataset.off;
      choose('KEYS', value);
    }
    const opener = e.target.closest('[data-open]');
    if (opener) document.getElementById(opener.dataset.open)?.showModal();
    const mention = e.target.closest('[data-mention]');
    if (mention) {
      const box = mention.closest('.form').querySelector('textarea');
      box.value += `${box.value && !/\s$/.test(box.value) ? ' ' : ''}${mention.dataset.mention} `;
      box.focus();
    }
    if (e.target.closest('[data-close]') || e.target.matches('dialog.sheet:not(#idle)')) e.target.closest('dialog')?.close();
  });
  document.addEventListener('change', e => {
    if (e.target.matches('select[data-choose]')) choose(e.target.dataset.choose, e.target.value).then(() => location.reload());
  });

  /* Places: g, and within a while the key of a place that the navigation has. The second key does nothing else, whatever it means on the page. */
  const WHILE = 1500;
  const places = [...document.querySelectorAll('nav a[data-go]')];
  const list = document.getElementById('places');
  let began = -Infinity;
  const keyCap = key => Object.assign(document.createElement('kbd'), { textContent: key });
  places.forEach(link => {
    const line = document.createElement('li');
    const name = document.createElement('span');
    name.textContent = link.textContent.trim();
    const keys = document.createElement('span');
    keys.append(keyCap('g'), ' ', keyCap(link.dataset.go));
    line.append(name, ' ', keys);
    list?.append(line);
  });
  if (list && places.length) document.getElementById('places-title').hidden = false;
  document.addEventListener('keydown', e => {
    if (e.key.length > 1 || e.ctrlKey || e.altKey || e.metaKey || e.repeat) return;
    const second = Date.now() - began < WHILE;
    began = -Infinity;
    if (!window.caseboundKeys() || document.querySelector('dialog[open]')) return;
    if (second) {
      e.preventDefault();
      e.stopImmediatePropagation();
      places.find(link => link.dataset.go === e.key)?.click();
    } else if (e.key === 'g' && places.length) {
      began = Date.now();
    }
  }, true);

  /* Today is another time elsewhere: the server is told where the reader is, and the first page of all says so, too. */
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.cookie = `casebound-zone=${zone}; path=/; max-age=31536000; samesite=lax`;
  document.querySelectorAll('[data-zone]').forEach(name => { name.textContent = zone; });

  /* What was opened last, newest first, per person; whether it may still be seen is asked when it is opened. */
  const RECENT = `casebound-recent-${root.dataset.user}`;
  window.casebound.recent = () => JSON.parse(localStorage.getItem(RECENT) || '[]');
  const here = location.pathname.slice((root.dataset.root || '').length);
  if (signedIn && /^\/(work|case)\/[^/]+$/.test(here) && document.querySelector('main form')) {
    const others = window.casebound.recent().filter(page => page.path !== here);
    localStorage.setItem(RECENT, JSON.stringify([{ path: here, title: document.title.replace(/ - [^-]*$/, '') }, ...others].slice(0, 5)));
  }

  /* The session. Typing keeps it; before it ends the reader is asked; after its end what he typed survives signing in again. */
  const idle = document.getElementById('idle');
  if (!idle || !signedIn) return;
  const lasts = Number(root.dataset.sessionSeconds) * 1000;
  const warnBefore = Math.min(5 * 60000, lasts / 3);
  const CONTACT = 'casebound-contact';
  const TYPED = 'casebound-typed';
  const contact = () => Math.max(loaded, Number(localStorage.getItem(CONTACT)) || 0);
  const touched = () => localStorage.setItem(CONTACT, String(Date.now()));
  const loaded = Date.now();
  touched();
  window.casebound.touched = touched;

  const fields = () => [...document.querySelectorAll('main textarea[id], main input[id]:not([type=hidden], [type=file]), main select[id]')];
  const keep = () => {
    const values = Object.fromEntries(fields().map(f => [f.id, /^(checkbox|radio)$/.test(f.type) ? f.checked : f.value]));
    sessionStorage.setItem(TYPED, JSON.stringify({ user: root.dataset.user, path: location.pathname, values }));
  };
  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem(TYPED) || 'null');
    sessionStorage.removeItem(TYPED);
    if (!kept || kept.user !== root.dataset.user || kept.path !== location.pathname) return;
    let changed = false;
    fields().filter(f => f.id in kept.values).forEach(f => {
      const isBox = /^(checkbox|radio)$/.test(f.type);
      if ((isBox ? f.checked : f.value) === kept.values[f.id]) return;
      if (isBox) f.checked = kept.values[f.id]; else f.value = kept.values[f.id];
      f.dispatchEvent(new Event('change', { bubbles: true }));
      changed = true;
    });
    if (changed) window.casebound.say(idle.dataset.restored, 'good');
  };

  const stay = () => post('/session', {}).then(alive => { if (alive) { touched(); idle.close(); } else end(); });
  let ended = false;
  let signedOut = Promise.resolve();
  const end = () => {
    ended = true;
    keep();
    // Pages that read themselves again would keep the session for ever: it ends when the person has been away for so long.
    signedOut = post('/logout', {}).catch(() => {});
    document.getElementById('idle-title').textContent = idle.dataset.endedTitle;
    document.getElementById('idle-text').textContent = idle.dataset.endedText;
    idle.querySelector('[data-idle="stay"]').hidden = true;
    const back = idle.querySelector('[data-idle="back"]');
    back.hidden = false;
    if (!idle.open) idle.showModal();
    back.focus();
  };
  const look = () => {
    if (ended) return;
    const left = contact() + lasts - Date.now();
    if (left <= 0) { end(); return; }
    if (left <= warnBefore) {
      const text = document.getElementById('idle-text');
      text.textContent = text.dataset.text.replace('{0}', String(Math.ceil(left / 60000)));
      if (!idle.open) idle.showModal();
    } else if (idle.open) {
      idle.close();
    }
  };
  idle.addEventListener('cancel', e => e.preventDefault());
  idle.addEventListener('click', e => {
    const button = e.target.closest('[data-idle]');
    if (button?.dataset.idle === 'stay') stay();
    if (button?.dataset.idle === 'back') signedOut.then(() => location.reload());
  });
  document.addEventListener('input', () => {
    if (!ended && Date.now() - contact() > 60000) { touched(); post('/session', {}); }
  });
  setInterval(look, 5000);
  document.addEventListener('visibilitychange', look);
  restore();
})();
