package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.Step;
import org.casebound.domain.workitem.ExcludedPeople;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/**
 * Who may not work what because of what he worked before. It holds for whoever completed an item and for whom he did so. Works under
 * the flow's lock.
 */
@Dependent
public class DutySeparation {
  @Inject private WorkItemRepository items;
  @Inject private StepDefinitions steps;
  @Inject private CaseHistory history;

  /** Who may not work what is being offered: whom the machine names, who worked the steps it must differ from, who voted before. */
  ExcludedPeople excludedFrom(Decision.WorkOffered offered, FlowContext context, Step step) {
    Set<String> people = new HashSet<>(offered.offer().excluded());
    Set<String> others = new HashSet<>(offered.work().separation().notSameAs());
    if (offered.work().quorum().isPresent()) {
      others.add(step.name());
    }
    if (!others.isEmpty()) {
      items.completedOf(context.workedCase().id(), context.flow().id(), others).stream()
          .filter(item -> !item.stepName().equals(step.name()) || item.stepId() == step.id())
          .forEach(item -> people.addAll(workersOf(item)));
    }
    return new ExcludedPeople(people);
  }

  /** An item was completed: open items that must differ from it are not for the same people any more. */
  public void completed(WorkItem item, String actor, Instant now) {
    Set<String> kept =
        steps.flowOf(item).stages().stream()
            .flatMap(stage -> stage.steps().stream())
            .filter(step -> mustDiffer(step, item.stepName()))
            .map(StepDefinition::name)
            .collect(Collectors.toSet());
    if (!kept.isEmpty()) {
      List<String> people = workersOf(item);
      items.openOf(item.caseId(), item.flowId(), kept).forEach(open -> exclude(open, people, actor, now));
    }
  }

  private void exclude(WorkItem open, Collection<String> people, String actor, Instant now) {
    WorkItemState before = open.state();
    if (open.exclude(people)) {
      history.workItem(open.caseId(), actor, open.stepName(), before, open.state(), "separation of duties: back to the queue", now);
    }
  }

  private static boolean mustDiffer(StepDefinition step, String from) {
    return step.work() instanceof StepDefinition.Interactive work && work.separation().notSameAs().contains(from);
  }

  private static List<String> workersOf(WorkItem item) {
    return Stream.of(item.assignee(), item.onBehalfOf()).flatMap(Optional::stream).toList();
  }
}
