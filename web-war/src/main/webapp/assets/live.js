/* Live: the server says over a socket that work has changed, never what; pages then ask for what their reader may see. */
(() => {
  'use strict';
  const listeners = [];
  const heard = {};
  const POLL = 60000;
  let pause = 1000;
  const changed = () => { if (!document.hidden) listeners.forEach(listener => listener()); else missed = true; };
  let missed = false;
  document.addEventListener('visibilitychange', () => { if (!document.hidden && missed) { missed = false; changed(); } });

  /** Calls the listener after each change of work on this node, and once a minute whatever happens. */
  window.casebound.live = listener => listeners.push(listener);

  /** Calls the listener after each change on another channel of this node. */
  window.casebound.heard = (channel, listener) => { (heard[channel] ||= []).push(listener); };

  /** Calls the listener after each change of a case that the page follows, and once a minute whatever happens. */
  window.casebound.follow = listener => { window.casebound.heard('case', listener); setInterval(listener, POLL); };

  /** How often a case has changed, or what was known of that when nobody answers; whoever asks is told of its changes from then on. */
  window.casebound.caseNews = (number, known) =>
    fetch(`${document.documentElement.dataset.root || ''}/case-news/${number}`, { redirect: 'manual' }).then(news => (news.ok ? news.text() : known));

  /**
   * Makes a listener of a reading: there is one at a time, at most one a second, and fewer from a server that takes long. What is heard while it
   * reads, too soon after, or while the page is hidden, is followed by another one.
   */
  window.casebound.reader = reading => {
    const PAUSE = 1000;
    let soonest = 0;
    let timer = 0;
    let busy = false;
    let again = false;
    let late = false;
    const read = async () => {
      timer = 0;
      busy = true;
      again = false;
      const begun = Date.now();
      // No connection: the next push or poll tries again.
      await reading().catch(() => {});
      busy = false;
      soonest = begun + Math.max(PAUSE, 4 * (Date.now() - begun));
      if (again) hear();
    };
    const hear = () => {
      if (document.hidden) late = true;
      else if (busy) again = true;
      else if (!timer) timer = setTimeout(read, Math.max(50, soonest - Date.now()));
    };
    document.addEventListener('visibilitychange', () => { if (!document.hidden && late) { late = false; hear(); } });
    return hear;
  };

  /* What is newest on each channel as this page knows it: first as it was when the page was made. Who joins hears what is newest, so nothing that
     was told before, or while there was no socket, is missed. Requesters are not told how much there is: their pages look once. */
  const known = JSON.parse(document.documentElement.dataset.told || '{}');
  const notify = channel => {
    (heard[channel] || []).forEach(listener => listener());
    if (channel === 'work') changed();
  };
  const joined = () => {
    pause = 1000;
    document.documentElement.dataset.live = 'on';
    if (!document.documentElement.dataset.told) Object.keys(heard).forEach(notify);
  };

  const connect = () => {
    const root = document.documentElement.dataset.root || '';
    const path = document.getElementById('main')?.dataset.socket || '/live';
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${root}${path}`);
    socket.addEventListener('message', e => {
      const news = JSON.parse(e.data);
      if (news.channel === 'joined') { joined(); return; }
      if (known[news.channel] === news.version) return;
      known[news.channel] = news.version;
      notify(news.channel);
    });
    socket.addEventListener('close', e => {
      document.documentElement.dataset.live = 'off';
      if (e.code === 1008) return;
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, POLL);
    });
  };
  connect();
  setInterval(changed, POLL);

  /* What "get next" gave is kept as long as its page is open; once it is the reader's for good there is nothing to keep. */
  const leased = document.querySelector('[data-lease]')?.dataset.lease;
  const keep = () =>
    fetch(`${document.documentElement.dataset.root || ''}/api/v1/work-items/${leased}/lease`, { method: 'POST', headers: { 'X-Requested-With': 'console' } })
      .then(answer => (answer.ok ? answer.json() : {}))
      .then(lease => { if (lease.leaseUntil) setTimeout(keep, (new Date(lease.leaseUntil) - Date.now()) / 3); });
  if (leased) keep();
})();
