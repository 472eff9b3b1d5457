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

// A line of the outline is dragged by its grip to another place among its siblings. The server then does what the line's buttons do; dropped
// anywhere else, or with Escape, it goes back to where it lay.
(() => {
  const drop = document.querySelector('button[data-drop]');
  const lines = [...document.querySelectorAll('[data-at]')];
  if (!drop || !lines.length) {
    return;
  }

  const list = line => line.dataset.at.replace(/\/[^/]*$/, '');
  /** A line and those below it in the tree. */
  const block = line => {
    const from = lines.indexOf(line);
    const end = lines.findIndex((other, i) => i > from && Number(other.dataset.depth) <= Number(line.dataset.depth));
    return lines.slice(from, end < 0 ? lines.length : end);
  };
  const unmark = () => lines.forEach(line => line.classList.remove('drop-above', 'drop-below'));
  let drag = null;

  const end = () => {
    unmark();
    drag.block.forEach(line => {
      line.classList.remove('dragged', 'astray');
      line.style.transform = '';
    });
    drag = null;
  };

  /** Where it would go: a place among its siblings, or nothing outside of them. */
  const place = y => {
    const boxes = drag.siblings.map(line => {
      const whole = block(line);
      return { top: whole[0].getBoundingClientRect().top, bottom: whole[whole.length - 1].getBoundingClientRect().bottom };
    });
    const others = boxes.filter((box, i) => i !== drag.from);
    const own = boxes[drag.from];
    const shift = y - drag.y;
    const first = Math.min(...others.map(box => box.top), own.top - shift);
    const last = Math.max(...others.map(box => box.bottom), own.bottom - shift);
    return y < first - 16 || y > last + 16 ? null : others.filter(box => (box.top + box.bottom) / 2 < y).length;
  };

  document.addEventListener('pointerdown', event => {
    const grip = event.button === 0 && event.target.closest('.grip');
    if (!grip) {
      return;
    }
    event.preventDefault();
    const line = grip.closest('[data-at]');
    const siblings = lines.filter(other => list(other) === list(line));
    drag = { siblings, from: siblings.indexOf(line), block: block(line), y: event.clientY, id: event.pointerId, to: null };
    grip.setPointerCapture(event.pointerId);
    drag.block.forEach(each => each.classList.add('dragged'));
  });

  document.addEventListener('pointermove', event => {
    if (drag?.id !== event.pointerId) {
      return;
    }
    drag.block.forEach(line => { line.style.transform = `translateY(${event.clientY - drag.y}px)`; });
    drag.to = place(event.clientY);
    unmark();
    drag.block.forEach(line => line.classList.toggle('astray', drag.to === null));
    if (drag.to !== null && drag.to !== drag.from) {
      const beside = drag.siblings[drag.to];
      drag.to < drag.from ? beside.classList.add('drop-above') : block(beside).pop().classList.add('drop-below');
    }
    if (event.clientY < 48 || event.clientY > window.innerHeight - 48) {
      const before = window.scrollY;
      window.scrollBy(0, event.clientY < 48 ? -16 : 16);
      drag.y -= window.scrollY - before;
    }
  });

  document.addEventListener('pointerup', event => {
    if (drag?.id !== event.pointerId) {
      return;
    }
    const by = drag.to === null ? 0 : drag.to - drag.from;
    const line = drag.siblings[drag.from];
    end();
    if (by !== 0) {
      document.querySelector('input[id$="dragged"]').value = line.dataset.at;
      document.querySelector('input[id$=":by"]').value = String(by);
      drop.click();
    }
  });

  document.addEventListener('pointercancel', event => drag?.id === event.pointerId && end());
  document.addEventListener('keydown', event => event.key === 'Escape' && drag && end());
})();

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
