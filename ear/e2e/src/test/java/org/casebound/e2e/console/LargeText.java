package org.casebound.e2e.console;

import com.microsoft.playwright.Page;
import java.util.List;

/** Text of twice its size, as people with weak eyes set it: nothing is cut off, nothing overlaps, nothing sticks out sideways (WCAG 1.4.4). */
final class LargeText {
  /** Below this width the phone's layout is checked by the tests that use it. */
  private static final int DESK = 1000;

  private static final String COMPLAINTS =
      """
      () => {
        const all = [...document.querySelectorAll('body, body *')];
        const before = all.map(e => [e, e.style.fontSize, parseFloat(getComputedStyle(e).fontSize)]);
        before.forEach(([e, , size]) => e.style.setProperty('font-size', `${size * 2}px`));
        const name = e => `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${[...e.classList].map(c => '.' + c).join('')} "${e.textContent.trim().slice(0, 40)}"`;
        const shown = e => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !e.closest('.sr-only, svg, canvas, select, [aria-hidden="true"], .skip');
        const complaints = [];
        const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        if (over > 0) complaints.push(`sticks out sideways by ${over} px`);
        const texts = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = walker.currentNode;
          const e = text.parentElement;
          if (!text.data.trim() || !shown(e)) continue;
          let [left, upper, right, lower, floats] = [-Infinity, -Infinity, Infinity, Infinity, false];
          for (let box = e; box && box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box);
            if (style.display === 'inline') continue;
            floats ||= /fixed|sticky/.test(style.position) && !box.matches('dialog');
            const cuts = /hidden|clip/.test(style.overflowX) && style.textOverflow !== 'ellipsis' || box.matches('button, .btn, .badge');
            if (cuts && (box.scrollWidth > box.clientWidth + 2 || box.scrollHeight > box.clientHeight + 4)) complaints.push(`cut off in ${name(box)}`);
            if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
              const edge = box.getBoundingClientRect();
              [left, upper, right, lower] = [Math.max(left, edge.left), Math.max(upper, edge.top), Math.min(right, edge.right), Math.min(lower, edge.bottom)];
            }
          }
          if (floats) continue;
          const top = document.querySelector('dialog[open]');
          if (top && !top.contains(e)) continue;
          const range = document.createRange();
          range.selectNodeContents(text);
          for (const r of range.getClientRects()) {
            const seen = { left: Math.max(r.left, left), top: Math.max(r.top, upper), right: Math.min(r.right, right), bottom: Math.min(r.bottom, lower) };
            seen.height = seen.bottom - seen.top;
            if (seen.right - seen.left > 1 && seen.height > 1) texts.push([seen, e]);
          }
        }
        texts.sort((a, b) => a[0].top - b[0].top);
        for (let i = 0; i < texts.length; i++) {
          const [a, of] = texts[i];
          for (let j = i + 1; j < texts.length && texts[j][0].top < a.bottom; j++) {
            const [b, other] = texts[j];
            // The pieces of one text that is shortened lie upon each other.
            if (of === other) continue;
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 3 && high > Math.min(a.height, b.height) / 3) complaints.push(`${name(of)} overlaps ${name(other)}`);
          }
        }
        before.forEach(([e, size]) => { e.style.fontSize = size; });
        return [...new Set(complaints)].slice(0, 12);
      }
      """;

  private LargeText() {}

  /**
   * Asserts that the page, as it is shown now, can be read with text of twice its size.
   *
   * @throws AssertionError with what can not be read, and where
   */
  static void expectReadable(Page page) {
    if (page.viewportSize().width > DESK && page.evaluate("() => matchMedia('(prefers-color-scheme: light)').matches").equals(true)) {
      List<?> complaints = (List<?>) page.evaluate(COMPLAINTS);
      if (!complaints.isEmpty()) {
        throw new AssertionError("With 200 % text on " + page.url() + ":\n" + String.join("\n", complaints.stream().map(String::valueOf).toList()));
      }
    }
  }
}
