package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.casebound.fulfillment.library.DraftReviews;
import org.casebound.fulfillment.library.DraftView;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.library.ProcessLine;
import org.casebound.fulfillment.library.PublicationRuleView;
import org.casebound.fulfillment.library.TemplateDesk;
import org.casebound.fulfillment.library.TemplateLine;
import org.jspecify.annotations.Nullable;

/** The list of processes, and the way to a new one. */
@Named
@ViewScoped
public class StudioPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProcessLibrary library;
  @Inject private DraftReviews reviews;
  @Inject private TemplateDesk desk;
  @Inject private Notices notices;

  private String name = "";
  private String template = "";
  private transient @Nullable PublicationRuleView rule;
  private transient List<ProcessLine> processes = List.of();
  private transient List<TemplateLine> templates = List.of();

  /** Reads the list. */
  public void open() {
    processes = notices.read(library::all).orElse(List.of());
    templates = notices.read(desk::all).orElse(List.of());
  }

  /** Whether a second person is needed to publish. */
  public PublicationRuleView getRule() {
    if (rule == null) {
      rule = reviews.rule();
    }
    return rule;
  }

  /** Turns that on or off. */
  public void changeRule() {
    notices.run(() -> reviews.changeRule(!reviews.rule().fourEyes())).ifPresent(changed -> Address.of("/studio").go());
  }

  /** Begins a draft, as a copy of a template when one was chosen; without one it may be the draft that is there. */
  public void begin() {
    notices.run(this::begun).ifPresentOrElse(draft -> Address.of("/process/" + draft.name()).go(), this::open);
  }

  private DraftView begun() {
    return template.isEmpty() ? library.begin(name.strip()) : desk.begin(template, name.strip());
  }

  public List<ProcessLine> getProcesses() {
    return processes;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public List<TemplateLine> getTemplates() {
    return templates;
  }

  public String getTemplate() {
    return template;
  }

  public void setTemplate(@Nullable String template) {
    this.template = template == null ? "" : template;
  }
}
