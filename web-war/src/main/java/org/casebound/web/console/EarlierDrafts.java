package org.casebound.web.console;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the draft that this person works on was before each of the last changes, so that they can be undone, until the session ends. Another
 * draft, or a change that somebody else made, begins anew. Thread-safe.
 */
@SessionScoped
public class EarlierDrafts implements Serializable {
  /** Changes that can be undone. */
  static final int MOST = 30;

  /** Characters that are kept at most, because sessions are copied between nodes. */
  static final int MOST_CHARACTERS = 1_000_000;

  private static final long serialVersionUID = 1L;

  private final AtomicReference<Past> past = new AtomicReference<>(new Past("", -1, List.of()));

  /**
   * Texts of a draft.
   *
   * @param version the version that follows the last of them
   * @param texts oldest first
   */
  private record Past(String process, int version, List<String> texts) implements Serializable {
    boolean isOf(String name, int current) {
      return process.equals(name) && version == current;
    }
  }

  /**
   * The draft was changed here.
   *
   * @param before text before the change
   * @param from version before the change
   * @param to version that the change made
   */
  void changed(String name, String before, int from, int to) {
    past.updateAndGet(
        was -> {
          Deque<String> texts = new ArrayDeque<>(was.isOf(name, from) ? was.texts() : List.of());
          texts.addLast(before);
          while (texts.size() > MOST || texts.stream().mapToInt(String::length).sum() > MOST_CHARACTERS) {
            texts.removeFirst();
          }
          return new Past(name, to, List.copyOf(texts));
        });
  }

  /** The text before the last change; empty when the draft with this version was not changed here. */
  Optional<String> last(String name, int current) {
    Past was = past.get();
    return was.isOf(name, current) && !was.texts().isEmpty() ? Optional.of(was.texts().get(was.texts().size() - 1)) : Optional.empty();
  }

  /** The last change was taken back, which made this version; the one before it is the last one now. */
  void undone(int made) {
    past.updateAndGet(was -> new Past(was.process(), made, List.copyOf(was.texts().subList(0, Math.max(0, was.texts().size() - 1)))));
  }
}
