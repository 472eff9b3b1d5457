/* Rows and fields that come and go: that part of a form is brought up to date in its place. Without scripts the same buttons send the form. */
(() => {
  'use strict';
  const region = document.querySelector('[data-parts]');
  const form = region?.closest('form');
  if (!form) return;
  const PATIENCE = 10000;
  const STATE = 'jakarta.faces.ViewState';
  let busy = false;
  let again = false;

  const controls = place => [...place.querySelectorAll('input[id], textarea[id], select[id]')];
  const said = field => (/^(checkbox|radio)$/.test(field.type) ? String(field.checked) : field.value);
  const body = button => {
    const data = new FormData(form);
    form.querySelectorAll('input[type=file]').forEach(file => data.delete(file.name));
    data.append(button.name, button.value);
    return form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
  };

  /** What was typed while the answer was on its way stays. */
  const keep = (sent, fresh) => controls(region).forEach(field => {
    const next = fresh.querySelector(`#${CSS.escape(field.id)}`);
    if (!next || said(field) === sent.get(field.id)) return;
    if (/^(checkbox|radio)$/.test(field.type)) next.checked = field.checked;
    else next.value = field.value;
  });

  /** Sends the form by that button and puts the fresh part in; answers whether it came. */
  const renew = async button => {
    const sent = new Map(controls(region).map(field => [field.id, said(field)]));
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: body(button), signal: stop.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-parts]');
      if (!answer.ok || !fresh) return false;
      keep(sent, fresh);
      const focused = document.activeElement?.id;
      region.replaceChildren(...fresh.childNodes);
      form.elements[STATE].value = page.querySelector(`[name="${STATE}"]`).value;
      if (focused) document.getElementById(focused)?.focus();
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  };

  const run = async (button, then) => {
    if (busy) { again = !then; return; }
    busy = true;
    region.setAttribute('aria-busy', 'true');
    const came = await renew(button);
    busy = false;
    region.removeAttribute('aria-busy');
    if (came) then?.();
    else if (then) { button.dataset.part = 'no'; button.click(); }
    if (again) { again = false; update(); }
  };

  const updater = () => form.querySelector('[data-update]');
  const update = () => { if (updater()) run(updater()); };

  form.addEventListener('click', e => {
    const button = e.target.closest('button[data-part="yes"]');
    if (!button) return;
    e.preventDefault();
    const list = [...region.querySelectorAll('fieldset.rows')].indexOf(button.closest('fieldset.rows'));
    const at = [...button.closest('fieldset.rows').querySelectorAll(':scope > .row')].indexOf(button.closest('.row'));
    run(button, () => {
      const fieldset = region.querySelectorAll('fieldset.rows')[list];
      const rows = [...fieldset.querySelectorAll(':scope > .row')];
      const row = button.dataset.adds ? rows.at(-1) : rows[Math.min(at, rows.length - 1)];
      (row?.querySelector('input, select, textarea') || fieldset.querySelector(':scope > .btn'))?.focus();
      fieldset.dispatchEvent(new Event('input', { bubbles: true }));
    });
  });

  /* Enter in a row goes on with the next one; it never removes one. */
  region.addEventListener('keydown', e => {
    if (e.key !== 'Enter' || e.ctrlKey || e.altKey || e.metaKey || e.target.tagName !== 'INPUT' || !e.target.closest('.rows')) return;
    e.preventDefault();
    e.target.closest('fieldset.rows').querySelector(':scope > [data-adds]')?.click();
  });

  if (updater()) {
    updater().closest('[data-plain]').hidden = true;
    region.addEventListener('change', update);
  }
})();
