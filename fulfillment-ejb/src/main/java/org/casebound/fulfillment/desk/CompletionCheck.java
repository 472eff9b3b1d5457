package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.definition.AttributeCheck;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.StepDefinitions;
import org.casebound.fulfillment.intake.LookupCheck;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Checks how a person finishes a work item against the step's outcomes and fields. */
@Dependent
class CompletionCheck {
  private static final int MAX_COMMENT = 4000;

  @Inject private AttributeValidation validation;
  @Inject private StepDefinitions steps;
  @Inject private LookupCheck lookups;
  @Inject private ProcessCatalog catalog;

  /** What may be stored. */
  record Checked(String comment, Map<String, Object> data, List<String> ticked) {}

  /**
   * @param caller who finishes it
   * @throws RequestRefused with every problem found
   */
  Checked check(WorkItem item, Completion completion, Caller caller) {
    StepDefinition.Interactive work = steps.workOf(item);
    List<Problem> problems = new ArrayList<>();
    Optional<StepDefinition.Outcome> outcome =
        work.outcomes().stream().filter(known -> known.name().equals(completion.outcome())).findFirst();
    String comment = completion.comment().map(String::strip).orElse("");
    if (outcome.isEmpty()) {
      problems.add(
          new Problem(
              "/outcome",
              "WORK-010",
              "'%s' is no outcome of this work item; choose one of %s."
                  .formatted(
                      completion.outcome(), work.outcomes().stream().map(StepDefinition.Outcome::name).toList())));
    } else if (outcome.get().reasonRequired() && comment.isEmpty()) {
      problems.add(
          new Problem("/comment", "WORK-011", "'%s' needs a reason; say why.".formatted(outcome.get().label())));
    }
    if (comment.length() > MAX_COMMENT) {
      problems.add(
          new Problem("/comment", "WORK-012", "A comment has at most %d characters.".formatted(MAX_COMMENT)));
    }
    ticks(work, outcome, completion.ticked(), problems);
    AttributeCheck data = validation.check("/data", catalog.offered(work.fields()), completion.data());
    data.problems().forEach(p -> problems.add(new Problem(p.pointer(), p.code(), p.message())));
    lookups.check("/data", work.fields(), data.values(), caller, problems);
    if (!problems.isEmpty()) {
      throw new RequestRefused(problems);
    }
    return new Checked(comment, data.values(), names(work).filter(completion.ticked()::contains).toList());
  }

  private static void ticks(
      StepDefinition.Interactive work, Optional<StepDefinition.Outcome> outcome, List<String> ticked, List<Problem> problems) {
    List<String> known = names(work).toList();
    ticked.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> problems.add(new Problem("/ticked", "WORK-021", "'%s' can not be ticked here; choose of %s.".formatted(name, known))));
    if (outcome.filter(StepDefinition.Outcome::ticksRequired).isPresent()) {
      List<String> left = work.checks().all().stream().filter(check -> !ticked.contains(check.name())).map(StepDefinition.Check::label).toList();
      if (!left.isEmpty()) {
        problems.add(
            new Problem("/ticked", "WORK-022", "'%s' needs every tick; missing: %s.".formatted(outcome.get().label(), String.join(", ", left))));
      }
    }
  }

  private static Stream<String> names(StepDefinition.Interactive work) {
    return work.checks().all().stream().map(StepDefinition.Check::name);
  }
}
