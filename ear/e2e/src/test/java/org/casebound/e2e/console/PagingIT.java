package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Long lists come in pages; the place is in the address. */
@ExtendWith(ServerLogOnFailure.class)
class PagingIT {
  private static final int MORE_THAN_A_PAGE = 53;

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void everyCaseIsOnExactlyOnePage() {
    Set<String> filed = new LinkedHashSet<>();
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
      filed.add(filing.feeInquiry("Fee " + i, "Page me"));
    }
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/cases?queue=front_office&status=NEW");
      Set<String> seen = new LinkedHashSet<>();
      do {
        for (String number : agent.page().locator("td.lead .mono").allInnerTexts()) {
          assertThat(seen.add(number)).as("%s is shown once", number).isTrue();
        }
      } while (agent.nextPage());
      assertThat(seen).containsAll(filed);
      agent.page().reload();
      agent.page().getByText("First page").click();
      assertThat(agent.page().getByText("Next page")).isVisible();
    }
  }
}
