package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.AttributeCheck;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.engine.StepDefinitions;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.RequestRefused.Problem;

/** Checks how a person finishes a work item against the step's outcomes and fields. */
@Dependent
class CompletionCheck {
  private static final int MAX_COMMENT = 4000;

  @Inject private AttributeValidation validation;
  @Inject private StepDefinitions steps;

  /** What may be stored. */
  record Checked(String comment, Map<String, Object> data) {}

  /**
   * @throws RequestRefused with every problem found
   */
  Checked check(WorkItem item, Completion completion) {
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
    AttributeCheck data = validation.check("/data", work.fields(), completion.data());
    data.problems().forEach(p -> problems.add(new Problem(p.pointer(), p.code(), p.message())));
    if (!problems.isEmpty()) {
      throw new RequestRefused(problems);
    }
    return new Checked(comment, data.values());
  }
}
