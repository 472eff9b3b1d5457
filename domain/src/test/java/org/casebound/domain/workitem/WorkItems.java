package org.casebound.domain.workitem;

import java.util.Set;
import org.casebound.domain.flow.Flows;
import org.casebound.domain.shared.Priority;
import org.jspecify.annotations.Nullable;

/** Work items for tests. */
final class WorkItems {
  private WorkItems() {}

  /** Offered to one person of the queue back_office, or to all; not for {@code requester}. */
  static WorkItem offered(@Nullable String person) {
    return new WorkItem(
        40,
        Flows.flow(),
        Flows.step(),
        "Verify address proof",
        person,
        "back_office",
        Priority.MEDIUM,
        new ExcludedPeople(Set.of("requester")),
        Flows.BEGUN);
  }
}
