package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** What the inbox can be narrowed down to, out of the active processes. Asks the database nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class InboxChoices {
  @Inject private ProcessCatalog catalog;
  @Inject private Visibility visibility;
  @Resource private SessionContext context;

  /** A queue or process: what it is called by people and by the system. */
  public record Choice(String name, String label) {}

  /**
   * The choices.
   *
   * @param queues the caller's
   * @param steps labels of steps that people do
   */
  public record Choices(List<Choice> queues, List<Choice> processes, List<String> steps) {}

  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Choices choices() {
    Set<String> visible = visibility.queuesOf(Caller.of(context));
    return new Choices(
        catalog.queues().stream()
            .filter(queue -> visible.contains(queue.name()))
            .map(queue -> new Choice(queue.name(), queue.label()))
            .toList(),
        catalog.active().stream().map(each -> new Choice(each.process().name(), each.process().label())).toList(),
        catalog.active().stream().flatMap(each -> each.bundle().flows().stream()).flatMap(InboxChoices::steps).distinct().sorted().toList());
  }

  private static Stream<String> steps(FulfillmentFlowDefinition flow) {
    return flow instanceof FulfillmentFlowDefinition.Orchestration orchestration
        ? orchestration.stages().stream()
            .map(StageDefinition::steps)
            .flatMap(List::stream)
            .filter(step -> step.work() instanceof StepDefinition.Interactive)
            .map(StepDefinition::label)
        : Stream.empty();
  }
}
