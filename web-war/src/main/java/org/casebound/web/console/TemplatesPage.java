package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.fulfillment.library.TemplateDesk;
import org.casebound.fulfillment.library.TemplateLine;
import org.casebound.fulfillment.simulation.FlowSketch;
import org.casebound.fulfillment.simulation.SampleForm.ScenarioLine;
import org.casebound.fulfillment.simulation.TemplatePreview;
import org.casebound.fulfillment.simulation.TemplatePreviews;
import org.casebound.web.console.flow.FlowPainter;
import org.casebound.web.console.flow.FlowPicture;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** The templates, and the one in the address with its picture; a new process begins as a copy of it. */
@Named
@ViewScoped
public class TemplatesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TemplateDesk desk;
  @Inject private TemplatePreviews previews;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private String id = "";
  private String name = "";
  private transient List<TemplateLine> templates = List.of();
  private transient @Nullable TemplatePreview preview;
  private transient Map<Long, List<FlowPicture>> painted = new HashMap<>();

  /** Reads the templates and the chosen one; a name that is none is "not found". */
  public void open() {
    id = path == null ? "" : path;
    name = suggested(id);
    read();
  }

  private void read() {
    templates = notices.read(desk::all).orElse(List.of());
    if (!id.isEmpty()) {
      notices.read(() -> previews.of(id)).ifPresent(found -> preview = found);
    }
  }

  /** The name of a template as an API name: {@code fee-reversal} is {@code Fee_Reversal}. */
  static String suggested(String id) {
    return Arrays.stream(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("_"));
  }

  /** Begins a draft as a copy of the chosen template. */
  public void begin() {
    notices
        .run(() -> desk.begin(id, name.strip()))
        .ifPresentOrElse(
            draft -> {
              notices.success(texts.of("studio.templates.begun"));
              Address.of("/process/" + draft.name()).go();
            },
            this::read);
  }

  public List<TemplateLine> getTemplates() {
    return templates;
  }

  /** Which template is chosen; empty text for none. */
  public String getId() {
    return id;
  }

  /** The chosen template; nothing when none is. */
  public @Nullable TemplatePreview getPreview() {
    return preview;
  }

  /** The picture of one of its flows. */
  public List<FlowPicture> pictures(FlowSketch sketch) {
    return painted.computeIfAbsent(sketch.flow().id(), flow -> List.of(FlowPainter.paint(sketch.plan(), sketch.flow())));
  }

  /** Labels of what its form asks for, on one line. */
  public String getAsked() {
    return preview == null ? "" : preview.asked().stream().map(AttributeDefinition::label).collect(Collectors.joining(", "));
  }

  /** Labels of the documents it wants, on one line. */
  public String getPapers() {
    return preview == null ? "" : preview.documents().stream().map(DocumentRequirement::label).collect(Collectors.joining(", "));
  }

  /** Labels of its scenarios, on one line. */
  public String getStories() {
    return preview == null ? "" : preview.scenarios().stream().map(ScenarioLine::label).collect(Collectors.joining(", "));
  }

  /** Names on one line. */
  public String names(List<String> names) {
    return String.join(", ", names);
  }

  /** API name of the new process. */
  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
