/* Rows and fields that come and go: that part of a form is brought up to date in its place. Without scripts the same buttons send the form. */
(() => {
  'use strict';
  const region = document.querySelector('[data-parts]');
  const form = region?.closest('form');
  if (!form) return;
  const PATIENCE = 10000;
  const STATE = 'jakarta.faces.ViewState';
  const CONTROLS = 'input[id], textarea[id], select[id]';
  let busy = false;
  /* What was asked for while another answer was on its way: buttons by their ids, and at the end the sending of the form. */
  let waiting = [];
  let sending = null;
  /* Done once nothing of this part is held down: what is exchanged between the pressing and the letting go of a button loses the press. */
  let released = Promise.resolve();

  const byId = id => (id ? document.getElementById(id) : null);
  const updater = () => form.querySelector('[data-update]');
  const controls = () => [...region.querySelectorAll(CONTROLS)];
  const said = field => (/^(checkbox|radio)$/.test(field.type) ? String(field.checked) : field.value);
  const body = button => {
    const data = new FormData(form);
    form.querySelectorAll('input[type=file]').forEach(file => data.delete(file.name));
    data.append(button.name, button.value);
    return form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
  };

  /** The id of a thing once the button did its work: what stands below a row that is taken out moves up; none for what went with the row. */
  const idAfter = (button, id) => {
    const gone = /^(.*:rows:)(\d+):drop$/.exec(button);
    const own = gone && id.startsWith(gone[1]) && /^(\d+)(:.*)$/.exec(id.slice(gone[1].length));
    if (!own || Number(own[1]) < Number(gone[2])) return id;
    return own[1] === gone[2] ? '' : `${gone[1]}${own[1] - 1}${own[2]}`;
  };

  /** Puts the fresh part in. Where somebody is, and where he typed since the form was sent, his own control stays. */
  const exchange = (button, sent, fresh) => {
    const active = region.contains(document.activeElement) ? document.activeElement : null;
    const before = [...region.querySelectorAll('[id]')];
    const typed = controls().filter(field => said(field) !== sent.get(field.id));
    // A file that was chosen is not sent with a part.
    const stay = controls().filter(field => field === active || typed.includes(field) || field.files?.length > 0);
    region.replaceChildren(...fresh.childNodes);
    stay.forEach(field => {
      const place = byId(idAfter(button, field.id));
      if (place?.type !== field.type) return;
      ['id', 'name', 'aria-invalid'].forEach(name => { if (place.hasAttribute(name)) field.setAttribute(name, place.getAttribute(name)); });
      place.replaceWith(field);
    });
    if (active && !active.isConnected) {
      // What went takes nobody along: the nearest thing before it that is still there has the focus.
      const near = before.slice(0, before.indexOf(active) + 1).reverse().map(each => byId(idAfter(button, each.id)));
      near.find(each => each?.matches(`${CONTROLS}, button`))?.focus();
    } else active?.focus();
    return typed.length > 0;
  };

  /** Sends the form by that button and puts the fresh part in; answers whether it came, and whether somebody typed or went on meanwhile. */
  const renew = async button => {
    const sent = new Map(controls().map(field => [field.id, said(field)]));
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    const from = document.activeElement;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: body(button), signal: stop.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-parts]');
      if (!answer.ok || !fresh) return { came: false };
      await released;
      form.elements[STATE].value = page.querySelector(`[name="${STATE}"]`).value;
      const stayed = [from, document.body].includes(document.activeElement);
      return { came: true, stayed, typed: exchange(button.id, sent, fresh) };
    } catch {
      return { came: false };
    } finally {
      clearTimeout(timer);
    }
  };

  /** After a row came or went: the focus is in it or at its place, unless the person went on to something else. */
  const arrive = (id, adds, stayed) => {
    const list = id.replace(/(add|rows:\d+:drop)$/, '');
    const rows = [...new Set(controls().filter(field => field.id.startsWith(`${list}rows:`)).map(field => field.closest('.row')))];
    const at = adds ? rows.length - 1 : Math.min(Number(/:(\d+):drop$/.exec(id)[1]), rows.length - 1);
    const place = rows[at]?.querySelector(CONTROLS) || byId(`${list}add`);
    if (stayed) place?.focus();
    place?.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const next = async () => {
    const button = byId(waiting.shift());
    if (!button) return;
    const press = button !== updater();
    const { came, stayed, typed } = await renew(button);
    if (came) {
      waiting = waiting.map(id => idAfter(button.id, id)).filter(Boolean);
      if (press) arrive(button.id, Boolean(button.dataset.adds), stayed);
      if (typed && updater()) waiting.push(updater().id);
    } else if (press) {
      // The first press that got no answer is done by sending the form: what was meant to come after it is seen to be open.
      waiting = [];
      sending = button;
      button.dataset.part = 'no';
    }
  };

  const run = async id => {
    if (!waiting.includes(id) || byId(id) !== updater()) waiting.push(id);
    if (busy) return;
    busy = true;
    region.setAttribute('aria-busy', 'true');
    while (waiting.length) await next();
    busy = false;
    region.removeAttribute('aria-busy');
    if (sending) { const button = sending; sending = null; form.requestSubmit(button); }
  };

  form.addEventListener('click', e => {
    const button = e.target.closest('button[data-part="yes"]');
    if (!button) return;
    e.preventDefault();
    run(button.id);
  });

  const hold = e => {
    if (!e.target.closest('button, label, [type=checkbox], [type=radio]')) return;
    released = new Promise(resolve => {
      const over = new AbortController();
      // The click follows the letting go.
      const end = () => { over.abort(); setTimeout(resolve); };
      ['pointerup', 'pointercancel', 'keyup'].forEach(name => window.addEventListener(name, end, { signal: over.signal, capture: true }));
      setTimeout(end, PATIENCE);
    });
  };
  region.addEventListener('pointerdown', hold, true);
  region.addEventListener('keydown', e => { if (e.key === ' ' && !e.repeat) hold(e); }, true);

  /* Enter in a row adds one; it never removes one. */
  region.addEventListener('keydown', e => {
    if (e.key !== 'Enter' || e.ctrlKey || e.altKey || e.metaKey || e.target.tagName !== 'INPUT' || !e.target.closest('.rows')) return;
    e.preventDefault();
    e.target.closest('fieldset.rows').querySelector(':scope > [data-adds]')?.click();
  });

  /* A form that is sent while an answer is on its way waits for it, so that two of them never meet on the server. */
  document.addEventListener('submit', e => {
    if (!busy || e.target !== form) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    sending = e.submitter;
  }, true);

  if (updater()) {
    updater().closest('[data-plain]').hidden = true;
    region.addEventListener('change', () => run(updater().id));
  }
})();
