package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return grounds(caller, seen).findFirst().isPresent();
  }

  /** Whether the caller may see an item: one of his queues, one that he or somebody for him has, or one that he may work for another. */
  boolean sees(Caller caller, WorkItem item) {
    return grounds(caller, item).findFirst().isPresent();
  }

  /** Why the caller may see a case, ground after ground; its work items are read only when a ground after those of the case itself is asked for. */
  Stream<SightGround> grounds(Caller caller, Case seen) {
    return Stream.<Supplier<Stream<SightGround>>>of(
            () -> caller.rolesThatSeeEverything().map(role -> new SightGround(SightRule.ROLE, role, "")),
            () -> when(seen.requester().equals(caller.name()), SightRule.REQUESTER, "", ""),
            () -> when(caller.isMemberOf(seen.homeQueue()), SightRule.QUEUE, seen.homeQueue(), ""),
            () -> when(seen.owner().equals(Owner.user(caller.name())), SightRule.OWNER, "", ""),
            () -> caller.works() ? items.ofCase(seen.id()).stream().flatMap(item -> own(caller, item)) : Stream.empty())
        .flatMap(Supplier::get);
  }

  private Stream<SightGround> grounds(Caller caller, WorkItem item) {
    return Stream.concat(caller.rolesThatSeeEverything().map(role -> new SightGround(SightRule.ROLE, role, item.stepName())), own(caller, item));
  }

  /** Grounds of the item itself, whoever sees everything. */
  private Stream<SightGround> own(Caller caller, WorkItem item) {
    String step = item.stepName();
    return Stream.<Supplier<Stream<SightGround>>>of(
            () -> when(caller.isMemberOf(item.queue()), SightRule.WORK_QUEUE, item.queue(), step),
            () -> when(item.assignee().filter(caller.name()::equals).isPresent(), SightRule.WORK_ASSIGNED, "", step),
            () -> when(item.onBehalfOf().filter(caller.name()::equals).isPresent(), SightRule.WORK_ON_BEHALF, "", step),
            () -> substitutes.absentFor(caller, item).stream().map(absent -> new SightGround(SightRule.SUBSTITUTE, absent, step)))
        .flatMap(Supplier::get);
  }

  private static Stream<SightGround> when(boolean holds, SightRule rule, String detail, String step) {
    return holds ? Stream.of(new SightGround(rule, detail, step)) : Stream.empty();
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
