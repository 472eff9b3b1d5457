package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.desk.AgeBand;
import org.casebound.fulfillment.desk.InboxFilter;
import org.casebound.fulfillment.desk.InboxQuery;
import org.casebound.fulfillment.desk.InboxSort;
import org.casebound.fulfillment.desk.InboxView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxAddressTest {
  @Test
  void aListThatIsWrittenIsReadAgain() {
    InboxFilter filter =
        new InboxFilter(
            Optional.of("back_office"), Optional.of("Address_Update"), Optional.of("Verify & sign"), Optional.of(Priority.HIGH), Optional.of(""), Optional.of("o=x"), Optional.of("ü 100%"),
            Optional.of(Instant.parse("2026-11-27T00:00:00Z")), Optional.of(Instant.parse("2026-11-26T00:00:00Z")), Optional.of(AgeBand.WEEK));
    InboxQuery query = new InboxQuery(InboxView.BREACHING, filter, InboxSort.DUE);
    assertThat(InboxAddress.parse(InboxAddress.write(query))).isEqualTo(query);
  }

  @Test
  void theListOfTheQueuesNeedsNoParameter() {
    assertThat(InboxAddress.write(InboxAddress.parse(""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"view=nonsense", "priority=urgent&sort=%", "q=%zz", "=&&=x", "view", "due=soon&since=&age=old", "q=+++"})
  void whatMakesNoSenseIsAsIfItWereNotThere(String parameters) {
    assertThat(InboxAddress.parse(parameters)).isEqualTo(new InboxQuery(InboxView.QUEUES, InboxFilter.NONE, InboxSort.URGENT));
  }
}
