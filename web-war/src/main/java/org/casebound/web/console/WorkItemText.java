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
    if (state == WorkItemState.OFFERED && assignee.isPresent()) {
      return assignee.get().equals(visitor) ? texts.of("item.forYou") : texts.of("item.forOne", assignee.get());
    }
    return texts.or("word." + state.name(), state.name());
  }
}
