package org.casebound.fulfillment.simulation;

import java.util.List;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.fulfillment.library.TemplateLine;
import org.casebound.fulfillment.simulation.SampleForm.ScenarioLine;

/**
 * What a template would become.
 *
 * @param flows its flows; none when people do all by hand
 * @param asked what its form asks for
 * @param documents what its form wants to have along
 * @param scenarios stories that it keeps
 */
public record TemplatePreview(
    TemplateLine template, List<FlowSketch> flows, List<AttributeDefinition> asked, List<DocumentRequirement> documents, List<ScenarioLine> scenarios) {
  public TemplatePreview {
    flows = List.copyOf(flows);
    asked = List.copyOf(asked);
    documents = List.copyOf(documents);
    scenarios = List.copyOf(scenarios);
  }
}
