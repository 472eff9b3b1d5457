/* Behaviour of every page that needs no round trip: keys, local times, focus after a refusal. */
(() => {
  'use strict';
  const root = document.documentElement;

  /* The name of the messages that came along has done its work: an address that is kept or passed on goes without it. */
  const asked = location.search.replace(/[?&]said=[^&]*/, '').replace(/^&/, '?');
  if (asked !== location.search) history.replaceState(history.state, '', location.pathname + asked + location.hash);

  /* Times: the server writes UTC, the reader sees his own zone; the exact instant stays in the tooltip. */
  const stamp = new Intl.DateTimeFormat(root.lang, { dateStyle: 'medium', timeStyle: 'short' });
  const localTimes = (within = document) => within.querySelectorAll('time[datetime]').forEach(t => {
    const at = new Date(t.dateTime);
    if (Number.isNaN(at.getTime())) return;
    t.title = `${stamp.format(at)} (${t.dateTime})`;
    if (t.dataset.show === 'instant') t.textContent = stamp.format(at);
  });

  /* Keys: an element names its key in data-key; the page's sheet lists them. Never active while typing. */
  const typing = el => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName)
    && !/^(button|submit|checkbox|radio)$/.test(el.type));
  const keysOn = () => root.dataset.keys !== 'off';
  window.caseboundKeys = () => keysOn() && !typing(document.activeElement);
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const current = () => rows().findIndex(r => r.classList.contains('current'));
  const select = index => {
    const all = rows();
    if (!all.length) return;
    const to = Math.max(0, Math.min(all.length - 1, index));
    all.forEach((r, i) => r.classList.toggle('current', i === to));
    all[to].querySelector('a')?.focus();
    all[to].scrollIntoView({ block: 'nearest' });
  };
  const press = key => {
    const scope = rows()[current()];
    const inRow = scope && [...scope.querySelectorAll('[data-row-key]')].find(e => e.dataset.rowKey === key);
    const onPage = [...document.querySelectorAll('[data-key]')].find(e => e.dataset.key === key && !e.disabled);
    const target = inRow || onPage;
    if (!target) return false;
    if (typing(target)) { target.focus(); target.select?.(); } else target.click();
    return true;
  };
  document.addEventListener('keydown', e => {
    if (e.defaultPrevented || e.altKey || e.metaKey) return;
    if (document.querySelector('dialog[open]')) return;
    if (e.ctrlKey) {
      if (e.key === 'Enter' && press('Ctrl+Enter')) e.preventDefault();
      return;
    }
    if (typing(document.activeElement)) {
      if (e.key === 'Escape') document.activeElement.blur();
      return;
    }
    if (!keysOn()) return;
    if (e.key === 'j' && rows().length) { select(current() + 1); e.preventDefault(); return; }
    if (e.key === 'k' && rows().length) { select(current() < 0 ? 0 : current() - 1); e.preventDefault(); return; }
    if (e.key.length === 1 && press(e.key)) e.preventDefault();
  });
  document.addEventListener('focusin', e => {
    const row = e.target.closest('[data-row]');
    if (row) rows().forEach(r => r.classList.toggle('current', r === row));
  });
  document.addEventListener('click', e => {
    if (e.target.closest('[data-print]')) window.print();
  });
  document.addEventListener('submit', e => {
    if (e.target.dataset.sent) { e.preventDefault(); return; }
    e.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(f => delete f.dataset.sent));

  window.casebound = { localTimes, typing };
  const start = () => {
    localTimes();
    const kept = /^#row-\d+$/.test(location.hash) ? rows().findIndex(r => `#${r.id}` === location.hash) : -1;
    if (kept >= 0) { select(kept); return; }
    (document.querySelector('[aria-invalid="true"]') || document.querySelector('.notices .bad')
      || document.querySelector('[data-focus]'))?.focus();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
})();
