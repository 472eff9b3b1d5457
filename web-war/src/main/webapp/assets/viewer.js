/* Shows a document beside the form: PDF through pdf.js (no script inside the PDF runs), pictures as they are. */
const PIXEL_LIMIT = 16_000_000;

class Viewer {
  constructor(panel) {
    this.panel = panel;
    this.stage = panel.querySelector('.stage');
    this.zoom = 1;
    this.turn = 0;
    this.page = 1;
    panel.querySelectorAll('[data-do]').forEach(b => b.addEventListener('click', () => this.run(b.dataset.do)));
    this.open().catch(() => this.say(panel.dataset.failed));
  }

  async open() {
    if (this.panel.dataset.kind === 'image') {
      const image = new Image();
      image.alt = this.panel.getAttribute('aria-label');
      image.src = this.panel.dataset.viewer;
      await image.decode();
      this.image = image;
    } else {
      const pdfjs = await import(this.panel.dataset.pdf);
      pdfjs.GlobalWorkerOptions.workerSrc = this.panel.dataset.worker;
      const loading = pdfjs.getDocument({ url: this.panel.dataset.viewer, enableXfa: false, useWasm: false, isEvalSupported: false });
      this.pdf = await loading.promise;
      this.stage.addEventListener('scroll', () => this.follow(), { passive: true });
    }
    await this.draw();
    let width = this.stage.clientWidth;
    new ResizeObserver(() => {
      if (Math.abs(this.stage.clientWidth - width) < 24) return;
      width = this.stage.clientWidth;
      this.draw();
    }).observe(this.stage);
  }

  async draw() {
    const round = this.round = (this.round || 0) + 1;
    const sheets = this.image ? [this.picture()] : await this.pages();
    if (round === this.round) this.stage.replaceChildren(...sheets);
    this.follow();
  }

  get room() {
    return Math.max(160, this.stage.clientWidth - 34);
  }

  canvas(width, height) {
    const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(PIXEL_LIMIT / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.className = 'sheet';
    canvas.width = Math.floor(width * ratio);
    canvas.height = Math.floor(height * ratio);
    canvas.style.width = `${Math.floor(width)}px`;
    canvas.style.height = `${Math.floor(height)}px`;
    canvas.setAttribute('role', 'img');
    return [canvas, ratio];
  }

  picture() {
    const side = this.turn % 180 !== 0;
    const [w, h] = [this.image.naturalWidth, this.image.naturalHeight];
    const scale = Math.min(1, this.room / (side ? h : w)) * this.zoom;
    const [width, height] = side ? [h * scale, w * scale] : [w * scale, h * scale];
    const [canvas, ratio] = this.canvas(width, height);
    canvas.setAttribute('aria-label', this.image.alt);
    const pen = canvas.getContext('2d');
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.rotate(this.turn * Math.PI / 180);
    pen.drawImage(this.image, -w * scale * ratio / 2, -h * scale * ratio / 2, w * scale * ratio, h * scale * ratio);
    return canvas;
  }

  async pages() {
    const sheets = [];
    for (let number = 1; number <= this.pdf.numPages; number += 1) {
      const page = await this.pdf.getPage(number);
      const rotation = (page.rotate + this.turn) % 360;
      const natural = page.getViewport({ scale: 1, rotation });
      const viewport = page.getViewport({ scale: this.room / natural.width * this.zoom, rotation });
      const [canvas, ratio] = this.canvas(viewport.width, viewport.height);
      canvas.setAttribute('aria-label', await this.label(page, number));
      await page.render({ canvas, viewport, transform: ratio === 1 ? null : [ratio, 0, 0, ratio, 0, 0] }).promise;
      sheets.push(canvas);
    }
    return sheets;
  }

  /* The page's own text is what a screen reader gets. */
  async label(page, number) {
    const text = (await page.getTextContent()).items.map(i => i.str).join(' ').replace(/\s+/g, ' ').trim();
    return `${this.pageText(number)}. ${text.slice(0, 2000)}`;
  }

  pageText(number) {
    return this.panel.dataset.pageOf.replace('{0}', number).replace('{1}', this.pdf.numPages);
  }

  follow() {
    if (!this.pdf) return;
    const top = this.stage.scrollTop + this.stage.clientHeight / 3;
    const sheets = [...this.stage.children];
    this.page = Math.max(1, sheets.findLastIndex(s => s.offsetTop - this.stage.offsetTop <= top) + 1);
    const text = this.pageText(this.page);
    const place = this.panel.querySelector('[data-pages]');
    if (place.textContent !== text) place.textContent = text;
  }

  go(number) {
    const sheet = this.stage.children[Math.max(0, Math.min(this.pdf.numPages, number) - 1)];
    if (sheet) this.stage.scrollTop = sheet.offsetTop - this.stage.offsetTop - 16;
  }

  run(command) {
    if (command === 'previous') this.go(this.page - 1);
    else if (command === 'next') this.go(this.page + 1);
    else {
      if (command === 'in') this.zoom = Math.min(4, this.zoom * 1.25);
      if (command === 'out') this.zoom = Math.max(0.4, this.zoom / 1.25);
      if (command === 'fit') this.zoom = 1;
      if (command === 'turn') this.turn = (this.turn + 90) % 360;
      this.draw();
    }
  }

  say(text) {
    const note = document.createElement('p');
    note.className = 'muted';
    note.textContent = text;
    this.stage?.replaceChildren(note);
  }
}

/* A document that is being checked for viruses is looked at again, less and less often, and shown in place once that is done. */
const awaitScan = (panel, pause) => setTimeout(async () => {
  if (!document.hidden) {
    const page = await fetch(location.href).then(answer => (answer.ok ? answer.text() : '')).catch(() => '');
    const now = new DOMParser().parseFromString(page, 'text/html').querySelector(`[data-viewer="${panel.dataset.viewer}"]`);
    if (now && now.dataset.kind !== panel.dataset.kind) {
      panel.replaceWith(now);
      show(now);
      return;
    }
  }
  awaitScan(panel, Math.min(30000, pause * 2));
}, pause);

const show = panel => {
  if (panel.querySelector('.stage')) new Viewer(panel);
  if (panel.dataset.kind === 'pending') awaitScan(panel, 1000);
};
document.querySelectorAll('[data-viewer]').forEach(show);
/* Keys: d goes to the document, [ and ] to the one before and the one after. */
document.addEventListener('keydown', e => {
  if (!/^[d[\]]$/.test(e.key) || (e.ctrlKey && !e.getModifierState('AltGraph')) || e.metaKey || document.querySelector('dialog[open]') || !window.caseboundKeys?.()) return;
  const panels = [...document.querySelectorAll('[data-viewer]')];
  if (!panels.length) return;
  const now = panels.findIndex(panel => panel.contains(document.activeElement));
  const step = { d: 0, '[': -1, ']': 1 }[e.key];
  const panel = panels[Math.max(0, Math.min(panels.length - 1, Math.max(0, now) + step))];
  panel.scrollIntoView({ block: 'nearest' });
  (panel.querySelector('.stage') || panel.querySelector('a'))?.focus({ preventScroll: true });
  e.preventDefault();
});
