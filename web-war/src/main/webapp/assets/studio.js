// Attributes change places with Alt and the arrow keys; the buttons of their lines do the same.
document.addEventListener('keydown', event => {
  const line = event.altKey && event.target.closest('[data-order]');
  const way = { ArrowUp: 'up', ArrowDown: 'down' }[event.key];
  if (line && way) {
    event.preventDefault();
    line.querySelector(`button[data-move="${way}"]`)?.click();
  }
});

// Ctrl+Z takes the last change of the outline back; in a field it is the field's own.
document.addEventListener('keydown', event => {
  const undo = document.querySelector('button[data-undo]');
  if (undo && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z' && !event.target.closest('input, textarea, select, dialog')) {
    event.preventDefault();
    undo.click();
  }
});

// The editor of a process: a problem's button goes to its place in the text; Ctrl+S saves.
(() => {
  const source = document.querySelector('textarea[data-source]');
  if (!source) {
    return;
  }

  /** Index of a place in the text; lines and columns are counted from 1. */
  const indexOf = (line, column) => {
    const lines = source.value.split('\n');
    const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    return before + Math.min(column - 1, (lines[line - 1] || '').length);
  };

  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-line]');
    if (!button) {
      return;
    }
    const line = Number(button.dataset.line);
    const start = indexOf(line, Number(button.dataset.column));
    source.focus();
    source.setSelectionRange(start, indexOf(line + 1, 1) - 1 > start ? indexOf(line + 1, 1) - 1 : start);
    const height = source.scrollHeight / source.value.split('\n').length;
    source.scrollTop = Math.max(0, (line - 5) * height);
  });

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      document.querySelector('button[data-save]').click();
    }
  });
})();
