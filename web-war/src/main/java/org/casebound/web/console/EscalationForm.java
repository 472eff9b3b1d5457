package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.casebound.fulfillment.desk.EscalationDesk;
import org.jspecify.annotations.Nullable;

/** Asks for attention to the case of the work item on the page. A refused command says why. */
@Named("escalation")
@RequestScoped
public class EscalationForm {
  @Inject private EscalationDesk desk;
  @Inject private WorkPage page;
  @Inject private Notices notices;
  @Inject private Texts texts;

  private String why = "";

  /** Escalates; what is typed elsewhere on the page is kept as a draft. */
  public void escalate() {
    long id = page.getItem().id();
    if (notices.runs(() -> desk.escalate(id, why))) {
      page.keep();
      notices.success(texts.of("escalate.done", page.getItem().caseView().number()));
      Address.of("/work/" + id).go();
    }
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(@Nullable String why) {
    this.why = why == null ? "" : why;
  }
}
