package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;

/** The search box of the top bar: a case number leads straight to its case. */
@Named
@RequestScoped
public class JumpPage {
  @Inject private Notices notices;
  @Inject private Texts texts;

  private String number = "";

  /** Redirects to the case, or says that the text is no case number. */
  public void jump() {
    Optional<CaseNumber> found = caseNumber(number.strip());
    if (found.isPresent()) {
      Address.of("/case/" + found.get()).go();
    } else {
      notices.problem(texts.of("jump.wrong", number.strip()));
    }
  }

  private static Optional<CaseNumber> caseNumber(String text) {
    if (text.matches("\\d{1,18}") && Long.parseLong(text) > 0) {
      return Optional.of(new CaseNumber(Long.parseLong(text)));
    }
    return CaseNumber.parse(text.toUpperCase(java.util.Locale.ROOT));
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number == null ? "" : number;
  }
}
