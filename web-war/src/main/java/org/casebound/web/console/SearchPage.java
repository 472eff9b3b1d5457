package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.Owner;
import org.casebound.fulfillment.desk.CaseSummary;
import org.casebound.fulfillment.desk.SearchDesk;
import org.jspecify.annotations.Nullable;

/** The search box of the top bar: a case number leads straight to its case, words to a list of cases. */
@Named
@RequestScoped
public class SearchPage {
  @Inject private SearchDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;

  private String text = "";
  private List<CaseSummary> found = List.of();

  /** Redirects to the case of that number, or looks for the words. */
  public void search() {
    Optional<CaseNumber> number = caseNumber(text);
    if (number.isPresent()) {
      Address.of("/case/" + number.get()).go();
    } else {
      found = notices.read(() -> desk.cases(text)).orElse(List.of());
    }
  }

  private static Optional<CaseNumber> caseNumber(String text) {
    if (text.matches("\\d{1,18}") && Long.parseLong(text) > 0) {
      return Optional.of(new CaseNumber(Long.parseLong(text)));
    }
    return CaseNumber.parse(text.toUpperCase(Locale.ROOT));
  }

  /** What was found, in words. */
  public String getSummary() {
    String key = found.isEmpty() ? "search.none" : found.size() == SearchDesk.MOST ? "search.many" : "search.found";
    return texts.of(key, text, found.size());
  }

  /** Who answers for a case, in words. */
  public String ownerText(Owner owner) {
    return OwnerText.of(texts, owner, visitor.getName(), List.of());
  }

  public List<CaseSummary> getFound() {
    return found;
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = text == null ? "" : text.strip();
  }
}
