package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** What people call processes, stages and steps; their API names where no label is known. */
@Dependent
class DefinitionWords {
  @Inject private ProcessCatalog catalog;

  /** Label of a process, as its active version has it. */
  String process(String name) {
    return catalog.active(name).map(found -> found.process().label()).orElse(name);
  }

  /** Label of a stage of a version. */
  String stage(String process, int version, String stage) {
    return stages(catalog.require(process, version))
        .filter(each -> each.name().equals(stage))
        .map(StageDefinition::label)
        .findFirst()
        .orElse(stage);
  }

  /** Label of a step, as the active version of the process has it. */
  String step(String process, String step) {
    return catalog
        .active(process)
        .flatMap(found -> stages(found).flatMap(stage -> stage.steps().stream()).filter(each -> each.name().equals(step)).findFirst())
        .map(StepDefinition::label)
        .orElse(step);
  }

  /** Label of the process of that version, for lists whose lines have versions. */
  String process(String name, int version) {
    return catalog.require(name, version).process().label();
  }

  private static Stream<StageDefinition> stages(PublishedProcess process) {
    return process.machines().values().stream()
        .map(FlowMachine::definition)
        .map(Orchestration::stages)
        .flatMap(List::stream);
  }
}
