/* The page of a work item: what is typed is kept, things are ticked and decided by keys, and nothing waits for ever. */
(() => {
  'use strict';
  const form = document.getElementById('work');
  if (!form) return;
  const root = document.documentElement.dataset.root || '';
  const item = form.dataset.item;
  const PATIENCE = 10000;
  const { say } = window.casebound;

  /** Sends a command of this page; resolves to the answer, or to nothing when none came in time. */
  const post = (path, fields) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    return fetch(root + path, { method: 'POST', redirect: 'manual', body: fields, signal: stop.signal })
      .catch(() => null)
      .finally(() => clearTimeout(timer));
  };

  /* The draft: kept in the database some seconds after a change, and when a field is left. */
  const state = document.getElementById('draft');
  const EVERY = 3000;
  const values = () => {
    const all = new URLSearchParams({ item });
    form.querySelectorAll('[data-draft]').forEach(place => place.querySelectorAll('input, textarea, select').forEach(field => {
      const box = /^(checkbox|radio)$/.test(field.type);
      if (place.dataset.shape === 'rows') {
        // One text for each cell, in the order in which they are shown.
        const first = field.type !== 'radio' || field === form.querySelector(`[name="${CSS.escape(field.name)}"]`);
        const chosen = field.type === 'radio' ? form.querySelector(`[name="${CSS.escape(field.name)}"]:checked`)?.value || '' : field.value;
        if (first) all.append(place.dataset.draft, field.type === 'checkbox' ? String(field.checked) : chosen);
      } else if (/^(check|toggle)$/.test(place.dataset.shape)) all.append(place.dataset.draft, String(field.checked));
      else if (!box || field.checked) all.append(place.dataset.draft, field.value);
    }));
    return all;
  };
  let changed = false;
  let timer = 0;
  let saving = false;
  const show = (name, text) => { state.dataset.state = name; state.textContent = text; };
  const later = () => { if (!timer) timer = setTimeout(save, EVERY); };
  const save = () => {
    clearTimeout(timer);
    timer = 0;
    if (!changed || saving) return;
    changed = false;
    saving = true;
    show('saving', state.dataset.saving);
    post('/work/draft', values()).then(async answer => {
      saving = false;
      if (answer?.ok) {
        window.casebound.touched?.();
        const at = new Date((await answer.json()).savedAt);
        show(changed ? 'changed' : 'saved', `${state.dataset.saved} ${new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium' }).format(at)}`);
      } else {
        if (state.dataset.state !== 'failed') say(state.dataset.failed, 'bad');
        show('failed', state.dataset.failed);
        if (!answer) changed = true;
      }
      if (changed) later();
    });
  };
  if (state) {
    const touch = e => {
      if (!e.target.closest('[data-draft]')) return;
      changed = true;
      state.dataset.state = 'changed';
      later();
    };
    form.addEventListener('input', touch);
    form.addEventListener('change', touch);
    form.addEventListener('focusout', save);
    // What the frame or the browser has put back is not in the draft yet.
    const other = field => (/^(checkbox|radio)$/.test(field.type) ? field.checked !== field.defaultChecked : field.tagName !== 'SELECT' && field.value !== field.defaultValue);
    if ([...form.querySelectorAll('[data-draft] :is(input, textarea)')].some(other)) { changed = true; later(); }
    document.addEventListener('visibilitychange', () => {
      if (document.hidden && changed) { changed = false; navigator.sendBeacon(`${root}/work/draft`, values()); }
    });
  }

  /* Decisions: Ctrl+Enter takes the one that is marked, with Shift the next item follows. */
  document.addEventListener('keydown', e => {
    if (!e.ctrlKey || e.key !== 'Enter' || e.altKey || e.metaKey || document.querySelector('dialog[open]')) return;
    const button = form.querySelector('[data-submit="true"]');
    if (!button) return;
    e.preventDefault();
    form.elements.then.value = e.shiftKey ? 'next' : '';
    button.click();
  });
  document.addEventListener('keydown', e => {
    if (e.key !== 'y' || e.ctrlKey || e.altKey || e.metaKey || document.querySelector('dialog[open]') || !window.caseboundKeys?.()) return;
    const box = form.querySelector('input[name=tick]:not(:checked)');
    if (!box) return;
    box.click();
    box.focus();
    e.preventDefault();
  });

  /* A command that gets no answer can be given again. */
  form.addEventListener('submit', () => {
    form.setAttribute('aria-busy', 'true');
    setTimeout(() => {
      form.removeAttribute('aria-busy');
      delete form.dataset.sent;
      say(form.dataset.slow, 'bad');
    }, PATIENCE * 3);
  });
  window.addEventListener('pageshow', () => form.removeAttribute('aria-busy'));

  /* Others: who has this item open is asked when somebody came or went, and every 20 seconds; a session that ends is not kept by it. */
  const present = document.getElementById('present');
  let typedAt = 0;
  const doing = () => (document.hidden ? 'away' : Date.now() - typedAt < 60000 ? 'editing' : 'viewing');
  const icons = { viewing: 'pi-eye', editing: 'pi-pencil', away: 'pi-clock' };
  const person = other => {
    const badge = document.createElement('span');
    badge.className = `badge ${other.doing === 'editing' ? 'warn' : ''}`;
    const icon = document.createElement('i');
    icon.className = `pi ${icons[other.doing]}`;
    icon.setAttribute('aria-hidden', 'true');
    badge.append(icon, present.dataset[other.doing].replace('{0}', other.user));
    return badge;
  };
  // Each page has a name: what one says when it is left may arrive after what the next one says.
  const name = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), each => each.toString(16).padStart(2, '0')).join('');
  let page = name();
  let said = '';
  let left = false;
  let asked = 0;
  const meet = () => {
    if (left || document.getElementById('idle')?.open) return;
    said = doing();
    const turn = ++asked;
    post('/work/presence', new URLSearchParams({ item, page, doing: said })).then(async answer => {
      if (!answer?.ok) return;
      const others = await answer.json();
      if (turn === asked) present.replaceChildren(...others.map(person));
    });
  };
  if (present) {
    meet();
    setInterval(meet, 20000);
    window.casebound.heard('presence', meet);
    document.addEventListener('visibilitychange', meet);
    form.addEventListener('input', () => { typedAt = Date.now(); if (said !== 'editing') meet(); });
    window.addEventListener('pagehide', () => {
      left = true;
      navigator.sendBeacon(`${root}/work/presence`, new URLSearchParams({ item, page, doing: 'gone' }));
    });
    window.addEventListener('pageshow', e => { if (e.persisted) { left = false; page = name(); meet(); } });
  }

  document.getElementById('conflict')?.showModal();
})();
