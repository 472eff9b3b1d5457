package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.CaseQuery;
import org.casebound.fulfillment.desk.CaseSummary;

/** Other open cases of the requester whose work item is on the page, as far as the visitor may see them. */
@Named("related")
@RequestScoped
public class RelatedCases {
  private static final int MOST = 5;

  @Inject private CaseDesk desk;
  @Inject private WorkPage page;

  private Optional<List<CaseSummary>> read = Optional.empty();

  /** The newest five. */
  public List<CaseSummary> getCases() {
    if (read.isEmpty()) {
      String number = page.getItem().caseView().number();
      read = Optional.of(desk.page(open(page.getItem().caseView().requester())).items().stream().filter(each -> !each.number().equals(number)).limit(MOST).toList());
    }
    return read.get();
  }

  private static CaseQuery open(String requester) {
    return new CaseQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(requester),
        Optional.empty(),
        false,
        false,
        Optional.of(Duration.ZERO),
        Optional.empty(),
        Optional.empty(),
        MOST + 1);
  }
}
