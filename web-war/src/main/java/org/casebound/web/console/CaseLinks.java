package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.cases.CaseLink;
import org.casebound.domain.cases.CaseRelation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.desk.LinkDesk;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The cases that the one on the page is linked with. What was typed for a refused link stays. */
@Named
@ViewScoped
public class CaseLinks implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private LinkDesk desk;
  @Inject private CasePage page;
  @Inject private Notices notices;
  @Inject private Texts texts;

  private String number = "";
  private String relation = CaseRelation.RELATED.name();
  private String reason = "";
  private String problem = "";

  /** Links the case with the one whose number was typed. */
  public void link() {
    problem = number.isEmpty() ? texts.of("links.numberMissing") : "";
    CaseRelation wanted = Arrays.stream(CaseRelation.values()).filter(each -> each.name().equals(relation)).findFirst().orElse(CaseRelation.RELATED);
    if (problem.isEmpty() && notices.runs(() -> found(() -> desk.link(page.getView().number(), wanted, number, reason))) && problem.isEmpty()) {
      go("links.linked", number);
    } else {
      page.open(); // the links may have changed since the page was made
    }
  }

  /** Takes the link with the case away whose button was pressed. */
  public void unlink() {
    String other = Optional.ofNullable(Faces.getRequestParameter("unlink")).orElse("");
    problem = other.isEmpty() ? texts.of("links.numberMissing") : "";
    if (problem.isEmpty() && notices.runs(() -> found(() -> desk.unlink(page.getView().number(), other))) && problem.isEmpty()) {
      go("links.removed", other);
    } else {
      page.open();
    }
  }

  /** Somebody may have purged the case or taken the link away; and anybody may mistype a number. */
  private void found(Runnable command) {
    try {
      command.run();
    } catch (UnknownRecord unknown) {
      problem = texts.of("links.unknown");
    }
  }

  private void go(String said, String other) {
    notices.success(texts.of(said, other));
    page.address().place("related").go();
  }

  /** Where a follow-up of the case begins. */
  public String getFollowUp() {
    return Address.of("/requests").with("followUp", page.getView().number()).toString();
  }

  public List<CaseRelation> getRelations() {
    return Arrays.asList(CaseRelation.values());
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String typed) {
    number = Optional.ofNullable(typed).map(text -> text.strip().toUpperCase(Locale.ROOT)).orElse("");
  }

  public String getRelation() {
    return relation;
  }

  public void setRelation(@Nullable String relation) {
    this.relation = relation == null ? "" : relation;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  /** Longest reason, in characters. */
  public int getLongest() {
    return CaseLink.LONGEST;
  }

  public String getProblem() {
    return problem;
  }
}
