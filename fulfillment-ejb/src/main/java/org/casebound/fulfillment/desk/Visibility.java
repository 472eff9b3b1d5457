package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.WorkItemRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Who may see what; the one place for this rule. */
@Dependent
class Visibility {
  @Inject private ProcessCatalog catalog;
  @Inject private WorkItemRepository items;
  @Inject private Substitutes substitutes;

  /** The queues whose work the caller sees. */
  Set<String> queuesOf(Caller caller) {
    return catalog.queues().stream()
        .map(QueueDefinition::name)
        .filter(queue -> caller.seesEverything() || caller.isMemberOf(queue))
        .collect(Collectors.toSet());
  }

  /** Whether the caller may see a case: his own, one of his queues, or one with work for him. */
  boolean sees(Caller caller, Case seen) {
    if (caller.seesEverything()
        || seen.requester().equals(caller.name())
        || caller.isMemberOf(seen.homeQueue())
        || seen.owner().equals(Owner.user(caller.name()))) {
      return true;
    }
    return caller.works() && items.ofCase(seen.id()).stream().anyMatch(item -> sees(caller, item));
  }

  /** Whether the caller may see an item: one of his queues, one that he or somebody for him has, or one that he may work for another. */
  boolean sees(Caller caller, WorkItem item) {
    return caller.seesEverything()
        || caller.isMemberOf(item.queue())
        || item.assignee().filter(caller.name()::equals).isPresent()
        || item.onBehalfOf().filter(caller.name()::equals).isPresent()
        || substitutes.absentFor(caller, item).isPresent();
  }

  /** Whether the value is hidden from the caller; the requester sees his own values. */
  static boolean masks(Caller caller, Case seen, AttributeDefinition attribute) {
    boolean own = seen.requester().equals(caller.name());
    return switch (attribute.sensitivity()) {
      case PUBLIC -> false;
      case INTERNAL -> own && !caller.works() && !caller.seesEverything();
      case PERSONAL -> !own && !caller.seesPersonalData();
      case SECRET -> true;
    };
  }
}
