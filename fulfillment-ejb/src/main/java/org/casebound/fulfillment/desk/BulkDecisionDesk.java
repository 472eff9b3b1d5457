package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.definition.StepDefinition.Interactive;
import org.casebound.domain.definition.StepDefinition.Outcome;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.FlowEngine;
import org.casebound.fulfillment.engine.StepDefinitions;
import org.casebound.fulfillment.persistence.InboxListRepository;
import org.casebound.fulfillment.persistence.InboxListRepository.StepOfItems;
import org.casebound.fulfillment.persistence.InboxScope;
import org.casebound.fulfillment.studio.ProcessCatalog;

/**
 * Decides many work items of one step, each in a transaction of its own. Only steps whose definition says {@code bulkDecisions} permit it,
 * and only decisions that ask for nothing about the single item: no ticks, no field that must be filled in.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class BulkDecisionDesk {
  @Inject private InboxListRepository lists;
  @Inject private Visibility visibility;
  @Inject private Substitutes substitutes;
  @Inject private WorkItemAccess items;
  @Inject private WorkItemDesk desk;
  @Inject private StepDefinitions steps;
  @Inject private FlowEngine engine;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * How work items may be decided together.
   *
   * @param step give it back with each decision, see {@link #nameOf}
   * @param label what people call the step
   * @param count how many of them are open and the caller may see
   * @param sample one of these
   * @param outcomes how they may end
   */
  public record Offer(String step, String label, String process, long count, long sample, List<Outcome> outcomes) {}

  /** What was decided, in words. */
  public record Decided(String label, String caseNumber, String outcome) {}

  /** The name of a step among all processes. */
  public static String nameOf(String process, String step) {
    return process + "/" + step;
  }

  /**
   * Whether these items may be decided together, and how. One statement.
   *
   * @throws RuleViolation WORK-026 when they are of several steps, or none is open; WORK-028 when each decision needs ticks or input
   * @throws ForbiddenAction WORK-027 when their step does not permit it
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Offer offer(Collection<Long> ids) {
    Caller caller = Caller.of(context);
    InboxScope scope =
        new InboxScope(caller.seesEverything(), visibility.queuesOf(caller), caller.name(), substitutes.heldBy(caller), clock.instant());
    List<StepOfItems> found = lists.stepsOf(scope, ids);
    if (found.stream().map(each -> nameOf(each.process(), each.step())).distinct().count() != 1) {
      throw severalSteps();
    }
    StepOfItems newest = found.get(0);
    List<Outcome> outcomes = decidable(newest.label(), found.stream().map(this::definition).toList());
    return new Offer(
        nameOf(newest.process(), newest.step()),
        newest.label(),
        catalog.require(newest.process(), newest.version()).process().label(),
        found.stream().mapToLong(StepOfItems::count).sum(),
        newest.sample(),
        outcomes);
  }

  private Interactive definition(StepOfItems items) {
    return steps
        .find(items.process(), items.version(), items.flow(), items.step())
        .filter(Interactive::bulkDecisions)
        .orElseThrow(() -> oneByOne(items.label()));
  }

  /** The outcomes that every version of the step has and that ask for nothing. */
  private static List<Outcome> decidable(String label, List<Interactive> versions) {
    Set<String> common =
        versions.get(0).outcomes().stream()
            .map(Outcome::name)
            .filter(name -> versions.stream().allMatch(work -> work.outcomes().stream().anyMatch(each -> asksNothing(work, each) && each.name().equals(name))))
            .collect(Collectors.toSet());
    if (common.isEmpty()) {
      throw needsInput(label);
    }
    return versions.get(0).outcomes().stream().filter(outcome -> common.contains(outcome.name())).toList();
  }

  /**
   * Decides one of the items. It is claimed before if it is not the caller's, under the rules of {@link WorkItemDesk#claim}.
   *
   * @param step the step that the caller means
   * @param outcome name of the outcome
   * @param reason required where the outcome asks for one
   * @throws RuleViolation WORK-026 when it is of another step; WORK-028 when the decision needs ticks or input; else as {@link
   *     WorkItemDesk#claim} and {@link WorkItemDesk#complete}
   * @throws ForbiddenAction WORK-027 when its step does not permit it
   * @throws org.casebound.fulfillment.intake.RequestRefused when outcome or reason do not fit the step
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Decided decide(long id, String step, String outcome, Optional<String> reason) {
    engine.lockOfItem(id); // before the item, as each decision does
    WorkItem item = items.lock(id, Caller.of(context));
    if (!nameOf(item.processName(), item.stepName()).equals(step)) {
      throw severalSteps();
    }
    Interactive work = steps.workOf(item);
    if (!work.bulkDecisions()) {
      throw oneByOne(item.label());
    }
    Optional<Outcome> chosen = work.outcomes().stream().filter(each -> each.name().equals(outcome)).findFirst();
    if (chosen.filter(each -> !asksNothing(work, each)).isPresent()) {
      throw needsInput(item.label());
    }
    desk.claim(id);
    WorkItemSummary done = desk.complete(id, new Completion(outcome, Map.of(), reason, List.of(), Optional.empty()));
    return new Decided(done.label(), done.caseNumber(), chosen.map(Outcome::label).orElse(outcome));
  }

  private static boolean asksNothing(Interactive work, Outcome outcome) {
    return !outcome.ticksRequired() && work.fields().stream().noneMatch(field -> field.required() && field.defaultValue().isEmpty());
  }

  private static ForbiddenAction oneByOne(String label) {
    return new ForbiddenAction("WORK-027", "'%s' is decided one by one.".formatted(label));
  }

  private static RuleViolation severalSteps() {
    return new RuleViolation("WORK-026", "Only open work of one step is decided together; choose such.");
  }

  private static RuleViolation needsInput(String label) {
    return new RuleViolation("WORK-028", "This decision of '%s' needs ticks or input for each item; decide one by one.".formatted(label));
  }
}
