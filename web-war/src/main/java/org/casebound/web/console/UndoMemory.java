package org.casebound.web.console;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.desk.InboxDesk;
import org.casebound.fulfillment.desk.UndoDesk.Undo;

/** What the visitor did last to each item of the inbox and can undo, since he signed in; at most {@value InboxDesk#MOST} items. */
@SessionScoped
public class UndoMemory implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<Long, Undo> items = new ConcurrentHashMap<>();

  /** He did something to the item. */
  void keep(long id, Undo undo) {
    if (items.size() >= InboxDesk.MOST) {
      items.clear();
    }
    items.put(id, undo);
  }

  /**
   * What puts the item back; only once.
   *
   * @throws RuleViolation WORK-030 when nothing is known
   */
  Undo take(long id) {
    return Optional.ofNullable(items.remove(id))
        .orElseThrow(() -> new RuleViolation("WORK-030", "There is nothing to undo: it was undone already, or you have signed in again since."));
  }
}
