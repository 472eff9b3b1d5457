package org.casebound.web.console;

import java.util.Optional;
import org.casebound.domain.workitem.WorkItemState;

/** Who has a work item, in words. */
final class WorkItemText {
  private WorkItemText() {}

  static String holder(Texts texts, WorkItemState state, Optional<String> assignee, String visitor) {
    if (state == WorkItemState.CLAIMED && assignee.isPresent()) {
      return assignee.get().equals(visitor) ? texts.of("item.yours") : assignee.get();
    }
    return texts.or("word." + state.name(), state.name());
  }
}
