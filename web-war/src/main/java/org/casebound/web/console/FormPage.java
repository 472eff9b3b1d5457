package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.intake.RequestForm;
import org.casebound.fulfillment.library.DraftView;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.outline.BundleEdit;
import org.casebound.fulfillment.outline.BundleOutline;
import org.casebound.fulfillment.outline.OutlineKind;
import org.casebound.fulfillment.outline.OutlineLine;
import org.casebound.fulfillment.outline.OutlineRefused;
import org.casebound.fulfillment.simulation.Simulations;
import org.casebound.fulfillment.studio.BundleRefused;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** The intake form that the draft of a process makes, as its requesters would see it, and the order of its attributes. */
@Named
@ViewScoped
public class FormPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTES = "/process/attributes/";

  @Inject private ProcessLibrary library;
  @Inject private Simulations simulations;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Language language;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private String name = "";
  private String shownIn = "";
  private int read = -1;
  private transient @Nullable DraftView draft;
  private transient @Nullable RequestForm definition;
  private transient @Nullable IntakeForm form;

  /** Reads the draft and makes its form. */
  public void open() {
    name = path == null ? "" : path;
    shownIn = language.getTag();
    notices.read(() -> library.draft(name)).ifPresent(this::show);
  }

  private void show(DraftView found) {
    draft = found;
    read = found.version();
    try {
      RequestForm made = simulations.requestForm(name, Optional.of(found.text()));
      definition = made;
      form = new IntakeForm(made);
    } catch (BundleRefused | UnknownRecord mistakes) {
      definition = null;
      form = null;
    }
  }

  /** An attribute goes up in the form. */
  public void up(int index) {
    move(index, -1);
  }

  /** An attribute goes down in the form. */
  public void down(int index) {
    move(index, 1);
  }

  private void move(int index, int by) {
    boolean done =
        notices.runs(
            () -> library.write(name, BundleEdit.move(library.draft(name).text(), ATTRIBUTES + index, by), Optional.of(read)));
    if (done) {
      Address.of("/form/" + name).with("lang", shownIn).place("attribute-" + (index + by)).go();
    } else {
      show(library.draft(name));
    }
  }

  /** The attributes of the draft, in their order; none while its text can not be taken apart. */
  public List<OutlineLine> getAttributes() {
    try {
      return draft == null
          ? List.of()
          : BundleOutline.of(draft.text()).stream()
              .filter(line -> line.kind() == OutlineKind.ATTRIBUTE && line.pointer().matches(ATTRIBUTES + "\\d+"))
              .toList();
    } catch (OutlineRefused broken) {
      return List.of();
    }
  }

  /** Sections of the form; nothing while the draft has mistakes. */
  public List<IntakeForm.Section> getSections() {
    return form == null ? List.of() : form.sections();
  }

  /** Documents that the form wants. */
  public List<UploadField> getPapers() {
    return form == null ? List.of() : form.papers();
  }

  /** Whether the draft has mistakes, so that it makes no form. */
  public boolean isBroken() {
    return form == null;
  }

  public String getLabel() {
    return definition == null ? name : definition.process().label();
  }

  public String getDescription() {
    return definition == null ? "" : definition.process().inFull();
  }

  public String getName() {
    return name;
  }

  /** The languages of the console, to look at the form in each. */
  public List<Language.Choice> getLanguages() {
    return language.getChoices();
  }

  /** Tag of the language that the form is shown in. */
  public String getShownIn() {
    return shownIn;
  }
}
