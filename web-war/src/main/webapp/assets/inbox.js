/* The inbox: choosing, acting, previewing and staying up to date. Rows never move under the pointer; new ones wait behind a bar. */
(() => {
  'use strict';
  const { say, localTimes, typing, choose, live, heard } = window.casebound;
  const root = document.documentElement.dataset.root || '';
  const bulk = document.getElementById('bulk');
  const parameters = new URLSearchParams(document.getElementById('narrow').dataset.parameters || '');
  const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replaceAll(`{${i}}`, value), text);
  const rows = () => [...document.querySelectorAll('#rows > tr')];
  const rowOf = id => document.getElementById(`row-${id}`);
  const current = () => document.querySelector('#rows > tr.current');
  const go = changes => {
    const to = new URLSearchParams(parameters);
    Object.entries(changes).forEach(([name, value]) => { if (value) to.set(name, value); else to.delete(name); });
    location.href = `${root}/inbox${to.size ? `?${to}` : ''}`;
  };

  /* Chosen items: ids, kept for this list in this window, whatever page of it is shown and whatever happens to the list. */
  const KEY = `casebound-chosen?${parameters}`;
  /* The step of each item that was seen, when its items may be decided together. */
  const TOGETHER = 'casebound-together';
  const together = JSON.parse(sessionStorage.getItem(TOGETHER) || '{}');
  let chosen = new Set(JSON.parse(sessionStorage.getItem(KEY) || '[]'));
  const paintChosen = () => {
    sessionStorage.setItem(KEY, JSON.stringify([...chosen]));
    rows().forEach(row => {
      const box = row.querySelector('[data-pick]');
      box.checked = chosen.has(row.dataset.id);
      row.classList.toggle('picked', box.checked);
    });
    const page = document.querySelector('[data-pick-page]');
    if (page) {
      const picked = rows().filter(row => chosen.has(row.dataset.id)).length;
      page.checked = picked > 0 && picked === rows().length;
      page.indeterminate = picked > 0 && picked < rows().length;
    }
    rows().forEach(row => { together[row.dataset.id] = row.dataset.together; });
    sessionStorage.setItem(TOGETHER, JSON.stringify(together));
    const steps = new Set([...chosen].filter(id => id in together).map(id => together[id]));
    bulk.querySelector('[data-decide]').hidden = steps.size !== 1 || steps.has('');
    bulk.hidden = chosen.size === 0;
    document.getElementById('chosen').textContent = fill(bulk.dataset.text, chosen.size);
  };
  const pick = (id, on) => { if (on) chosen.add(id); else chosen.delete(id); };
  let lastPicked = null;
  const pickCurrent = range => {
    const row = current();
    if (!row) return;
    const all = rows();
    const from = lastPicked ? all.indexOf(rowOf(lastPicked)) : -1;
    if (range && from >= 0) {
      const to = all.indexOf(row);
      all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(each => pick(each.dataset.id, true));
    } else {
      pick(row.dataset.id, !chosen.has(row.dataset.id));
    }
    lastPicked = row.dataset.id;
    paintChosen();
  };
  const chooseAll = async () => {
    const answer = await fetch(`${root}/inbox/ids?${parameters}`);
    if (!answer.ok) return;
    chosen = new Set((await answer.json()).map(String));
    paintChosen();
    say(fill(bulk.dataset.all, chosen.size));
  };

  /* Acting: each item is its own transaction; the answer says what became of each. */
  const targets = () => (chosen.size ? [...chosen] : current() ? [current().dataset.id] : []);
  let busy = false;
  let undoable = [];
  const undo = () => act('undo', {}, undoable);
  const act = async (what, fields = {}, ids = targets()) => {
    if (!ids.length || busy) return;
    busy = true;
    const results = [];
    try {
      for (let at = 0; at < ids.length; at += 20) {
        const body = new URLSearchParams({ ...fields, what, ids: ids.slice(at, at + 20).join(',') });
        const answer = await fetch(`${root}/inbox/act`, { method: 'POST', redirect: 'manual', body });
        if (!answer.ok) { say(bulk.dataset.lost, 'bad'); break; }
        results.push(...await answer.json());
        window.casebound.touched?.();
        if (ids.length > 20) document.getElementById('chosen').textContent = fill(bulk.dataset.progress, results.length, ids.length);
      }
    } finally {
      busy = false;
    }
    if (results.length) undoable = results.filter(result => result.undo).map(result => String(result.id));
    if (ids.length === 1 && !document.getElementById('results').open) results.forEach(result => say(result.text, result.ok ? 'good' : 'bad'));
    else if (results.length) show(what, results, ids.length);
    results.filter(result => result.ok).forEach(result => chosen.delete(String(result.id)));
    paintChosen();
    await refresh();
    const row = current();
    if (row && ids.length === 1 && document.activeElement === document.body) row.querySelector('a')?.focus();
    if (row) preview(row.dataset.id, true);
  };
  const show = (what, results, wanted) => {
    const done = results.filter(result => result.ok).length;
    document.getElementById('results-summary').textContent = fill(what === 'undo' ? bulk.dataset.undone : bulk.dataset.summary, done, wanted);
    const final = document.getElementById('results-final');
    final.textContent = (done && final.dataset[what]) || '';
    document.getElementById('results-undo').hidden = undoable.length === 0;
    const list = document.getElementById('results-list');
    list.replaceChildren(...results.sort((a, b) => a.ok - b.ok).map(result => {
      const line = document.createElement('li');
      line.className = result.ok ? 'good' : 'bad';
      line.textContent = result.text;
      return line;
    }));
    const dialog = document.getElementById('results');
    if (dialog.open) list.focus(); else dialog.showModal();
  };
  /* Deciding together: the server says whether the chosen ones may be, and how; one of them is shown. */
  const askDecision = async () => {
    const body = new URLSearchParams({ ids: targets().join(',') });
    const answer = await fetch(`${root}/inbox/decision`, { method: 'POST', redirect: 'manual', body });
    const offer = answer.ok ? await answer.json() : { text: bulk.dataset.lost };
    if (!offer.ok) { say(offer.text, 'bad'); return; }
    const dialog = document.getElementById('ask-decide');
    dialog.querySelector('form').reset();
    document.getElementById('decide-about').textContent = offer.about;
    document.getElementById('decide-step').value = offer.step;
    const need = document.getElementById('decide-need');
    document.getElementById('decide-outcomes').replaceChildren(...offer.outcomes.map(outcome => {
      const line = document.createElement('li');
      const label = document.createElement('label');
      const choice = Object.assign(document.createElement('input'), { type: 'radio', name: 'outcome', value: outcome.name, required: true });
      choice.addEventListener('change', () => {
        document.getElementById('decide-reason').required = outcome.reason;
        need.textContent = outcome.reason ? need.dataset.required : need.dataset.optional;
        document.getElementById('decide-go').textContent = fill(dialog.dataset.go, outcome.label, offer.count);
      });
      label.append(choice, outcome.label);
      line.append(label);
      return line;
    }));
    document.getElementById('decide-reason').required = false;
    need.textContent = need.dataset.optional;
    document.getElementById('decide-go').textContent = document.getElementById('ask-decide-title').textContent;
    const sample = document.getElementById('decide-sample');
    sample.replaceChildren();
    dialog.showModal();
    const page = await fetch(`${root}/preview?id=${offer.sample}`, { redirect: 'manual', headers: { 'X-Requested-With': 'refresh' } });
    if (!page.ok) return;
    const shown = new DOMParser().parseFromString(await page.text(), 'text/html').getElementById('preview');
    shown.querySelectorAll('h2, .actions').forEach(each => each.remove());
    shown.querySelectorAll('[id]').forEach(each => each.removeAttribute('id'));
    sample.replaceChildren(...shown.childNodes);
    localTimes(sample);
  };
  const ask = what => { if (targets().length) document.getElementById(`ask-${what}`).showModal(); };
  const until = form => {
    if (form.get('at')) return new Date(form.get('at'));
    const at = new Date();
    if (form.get('span') === 'tomorrow' || form.get('span') === 'monday') {
      at.setDate(at.getDate() + (form.get('span') === 'monday' ? (8 - at.getDay()) % 7 || 7 : 1));
      at.setHours(8, 0, 0, 0);
      return at;
    }
    return new Date(at.getTime() + Number(form.get('span')) * 60000);
  };
  document.addEventListener('submit', async e => {
    const form = e.target;
    const values = new FormData(form);
    if (form.dataset.do) {
      e.preventDefault();
      delete form.dataset.sent;
      form.closest('dialog').close();
      const fields = form.dataset.do === 'snooze' ? { reason: values.get('reason'), until: until(values).toISOString() } : Object.fromEntries(values);
      act(form.dataset.do, fields);
      form.reset();
    }
    if (form.dataset.filter) { e.preventDefault(); delete form.dataset.sent; narrow(); }
    if (form.dataset.saveView) {
      e.preventDefault();
      delete form.dataset.sent;
      values.set('query', parameters.toString());
      const answer = await fetch(`${root}/inbox/views`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(values) });
      if (answer.status === 204) location.reload(); else form.querySelector('[data-refusal]').textContent = await answer.text();
    }
  }, true);

  /* Narrowing: a choice of the list, "assignee: name", or words to look for. */
  const box = document.getElementById('filter');
  const narrow = () => {
    const text = box.value.trim();
    if (!text) return;
    const option = [...document.querySelectorAll('#choices option')].find(o => o.value.toLowerCase() === text.toLowerCase());
    if (option) { go({ [option.dataset.name]: option.dataset.value }); return; }
    for (const name of ['assignee', 'requester']) {
      const start = box.dataset[name].replace('{0}', '').trim().toLowerCase();
      if (text.toLowerCase().startsWith(start)) { go({ [name]: text.slice(start.length).trim() }); return; }
    }
    go({ q: text });
  };
  box.addEventListener('input', e => { if (e.inputType === 'insertReplacementText' || e.inputType === undefined) narrow(); });

  document.addEventListener('click', async e => {
    const target = e.target;
    const button = target.closest('[data-act]');
    if (button) {
      const row = button.closest('tr[data-id]');
      act(button.dataset.act, {}, button.dataset.for ? [button.dataset.for] : row ? [row.dataset.id] : targets());
    }
    if (target.closest('[data-decide]')) askDecision();
    if (target.closest('[data-undo]')) undo();
    const asked = target.closest('[data-ask]');
    if (asked) ask(asked.dataset.ask);
    if (target.closest('[data-choose-all]')) chooseAll();
    if (target.closest('[data-choose-none]')) { chosen.clear(); paintChosen(); }
    const removed = target.closest('[data-remove-view]');
    if (removed) {
      const answer = await fetch(`${root}/inbox/views`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ remove: removed.dataset.removeView }) });
      if (answer.status === 204) location.reload();
    }
    if (target.closest('[data-show-new]')) location.reload();
  });
  document.addEventListener('change', e => {
    const target = e.target;
    if (target.dataset.pick) { pick(target.dataset.pick, target.checked); lastPicked = target.dataset.pick; paintChosen(); }
    if (target.dataset.pickPage) { rows().forEach(row => pick(row.dataset.id, target.checked)); paintChosen(); }
    if (target.dataset.sort) go({ sort: target.value === 'URGENT' ? '' : target.value.toLowerCase() });
    if (target.dataset.column) {
      const shown = [...document.querySelectorAll('[data-column]')].filter(c => c.checked).map(c => c.dataset.column);
      choose('INBOX_COLUMNS', shown.join(',') || 'none').then(() => location.reload());
    }
    if (target.dataset.previewSwitch) choose('INBOX_PREVIEW', target.checked ? 'on' : 'off').then(() => location.reload());
  });
  document.addEventListener('keydown', e => {
    if (e.defaultPrevented || e.altKey || e.metaKey || e.ctrlKey || !window.caseboundKeys()) return;
    const asking = document.querySelector('dialog[open]');
    if (asking && !(asking.id === 'results' && e.key === 'u')) return;
    const keys = {
      x: () => pickCurrent(false),
      X: () => pickCurrent(true),
      '*': chooseAll,
      c: () => act('claim'),
      r: () => act('release'),
      a: () => ask('assign'),
      p: () => ask('priority'),
      s: () => ask('snooze'),
      u: undo,
      v: () => document.querySelector('#views a[aria-current]')?.focus()
    };
    if (keys[e.key]) { e.preventDefault(); e.stopImmediatePropagation(); keys[e.key](); }
  }, true);

  /* Preview of the current row; the address keeps which it is. */
  const pane = document.getElementById('preview');
  let previewed = null;
  let timer = 0;
  const preview = (id, again = false) => {
    if (id === previewed && !again) return;
    previewed = id;
    const address = new URL(location.href);
    address.searchParams.set('item', id);
    history.replaceState(history.state, '', address);
    if (!pane || getComputedStyle(pane).display === 'none') return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const answer = await fetch(`${root}/preview?id=${id}`, { redirect: 'manual', headers: { 'X-Requested-With': 'refresh' } });
      if (!answer.ok || id !== previewed) return;
      const part = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('preview');
      if (part) { pane.replaceChildren(...part.childNodes); localTimes(pane); pane.scrollTop = 0; }
    }, 120);
  };
  document.addEventListener('focusin', e => {
    const row = e.target.closest('#rows > tr');
    if (row) preview(row.dataset.id);
  });
  document.addEventListener('click', e => {
    const row = e.target.closest('#rows > tr');
    if (!row || e.target.closest('a, button, input, label')) return;
    rows().forEach(each => each.classList.toggle('current', each === row));
    row.querySelector('a').focus({ preventScroll: true });
  });

  /* Staying up to date: the same address is read again; rows change in place, those that left are marked, new ones wait. */
  let reading = false;
  let again = false;
  const refresh = async () => {
    if (reading) { again = true; return; }
    reading = true;
    try {
      const answer = await fetch(location.href, { redirect: 'manual', headers: { 'X-Requested-With': 'refresh' } });
      if (answer.ok) update(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      /* No connection: the next push or poll tries again. */
    } finally {
      reading = false;
    }
    if (again) { again = false; await refresh(); }
  };
  const update = page => {
    if (!page.getElementById('total')) return;
    for (const id of ['views', 'total']) {
      const focused = document.activeElement?.closest(`#${id} a`)?.getAttribute('href');
      document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
      if (focused) [...document.querySelectorAll(`#${id} a`)].find(a => a.getAttribute('href') === focused)?.focus();
    }
    const fresh = new Map([...page.querySelectorAll('#rows > tr')].map(row => [row.id, row]));
    rows().forEach(row => {
      const now = fresh.get(row.id);
      row.classList.toggle('gone', !now);
      if (!now) {
        row.title = bulk.dataset.gone;
        row.querySelectorAll('.act button').forEach(b => b.remove());
        return;
      }
      row.removeAttribute('title');
      [...now.cells].forEach((cell, i) => {
        if (i === 0 || !row.cells[i] || row.cells[i].dataset.was === cell.innerHTML) return;
        const had = row.cells[i].contains(document.activeElement);
        row.cells[i].dataset.was = cell.innerHTML;
        row.cells[i].replaceChildren(...cell.cloneNode(true).childNodes);
        localTimes(row.cells[i]);
        if (had) row.querySelector('a')?.focus({ preventScroll: true });
      });
    });
    const added = [...fresh.keys()].filter(id => !document.getElementById(id)).length;
    const bar = document.getElementById('arrivals');
    if (!added) { bar.replaceChildren(); return; }
    if (bar.dataset.count === String(added) && bar.firstChild) return;
    bar.dataset.count = added;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn tiny';
    button.dataset.showNew = 'yes';
    button.textContent = fill(added === 1 ? bulk.dataset.newOne : bulk.dataset.new, added);
    bar.replaceChildren(button);
  };

  rows().forEach(row => [...row.cells].forEach(cell => { cell.dataset.was = cell.innerHTML; }));
  paintChosen();
  live(refresh);
  heard('presence', () => { if (!document.hidden) refresh(); });
  const start = () => {
    const wanted = rowOf(new URLSearchParams(location.search).get('item'));
    if (wanted && !document.querySelector('.notices .bad')) {
      rows().forEach(row => row.classList.toggle('current', row === wanted));
      wanted.querySelector('a').focus({ preventScroll: true });
      wanted.scrollIntoView({ block: 'nearest' });
    }
  };
  start();
})();
