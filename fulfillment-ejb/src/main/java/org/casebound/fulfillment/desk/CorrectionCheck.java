package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.AttributeCheck;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Checks what an operator gives a failed step: changed data, or the outcome and data of one that is skipped. */
@Dependent
class CorrectionCheck {
  @Inject private AttributeValidation validation;
  @Inject private ReferenceCheck references;
  @Inject private ProcessCatalog catalog;

  /**
   * The attributes of the request, checked as at filing; base attributes are fields of the case and can not be corrected here.
   *
   * @throws RequestRefused with every problem found
   */
  Map<String, Object> request(FulfillmentFlow flow, Correction correction, String actor) {
    List<AttributeDefinition> extended =
        processOf(flow).process().attributes().stream().filter(a -> a.binding().isEmpty()).toList();
    AttributeCheck checked = validation.checkChanges("/request", catalog.offered(extended), correction.request());
    List<Problem> problems = new ArrayList<>(problems(checked));
    references.check("/request", extended, checked.values(), flow.caseId(), Caller.seeingEverything(actor), problems);
    refuse(problems);
    return checked.values();
  }

  /**
   * The data of a step that is skipped.
   *
   * @throws RequestRefused when outcome or data do not fit the step
   */
  Map<String, Object> skipped(FulfillmentFlow flow, String stepName, Skip skip, String actor) {
    StepDefinition step = stepOf(flow, stepName).orElseThrow();
    List<Problem> problems = new ArrayList<>();
    List<String> outcomes = outcomesOf(step);
    if (!outcomes.contains(skip.outcome())) {
      problems.add(
          new Problem("/outcome", "WORK-010", "'%s' is no outcome of '%s'; choose one of %s.".formatted(skip.outcome(), step.label(), outcomes)));
    }
    Map<String, Object> data = skip.data();
    if (step.work() instanceof StepDefinition.Interactive work) {
      AttributeCheck checked = validation.check("/data", catalog.offered(work.fields()), skip.data());
      problems.addAll(problems(checked));
      references.check("/data", work.fields(), checked.values(), flow.caseId(), Caller.seeingEverything(actor), problems);
      data = checked.values();
    }
    refuse(problems);
    return data;
  }

  /** The outcomes that a skipped step may get; none when the version that the flow runs has no such step. */
  List<String> outcomes(FulfillmentFlow flow, String stepName) {
    return stepOf(flow, stepName).map(CorrectionCheck::outcomesOf).orElse(List.of());
  }

  private Optional<StepDefinition> stepOf(FulfillmentFlow flow, String stepName) {
    Orchestration definition = processOf(flow).machine(flow).definition();
    return definition.step(stepName);
  }

  private static List<String> outcomesOf(StepDefinition step) {
    return step.work() instanceof StepDefinition.Interactive work
        ? work.outcomes().stream().map(StepDefinition.Outcome::name).toList()
        : List.of("done");
  }

  private PublishedProcess processOf(FulfillmentFlow flow) {
    return catalog.require(flow.processName(), flow.processVersion());
  }

  private static List<Problem> problems(AttributeCheck checked) {
    return checked.problems().stream().map(p -> new Problem(p.pointer(), p.code(), p.message())).toList();
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new RequestRefused(problems);
    }
  }
}
