package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.fulfillment.desk.CaseView.HistoryView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineKindTest {
  @ParameterizedTest
  @CsvSource({
    "CASE, agent, '', '', PEOPLE", "WORK_ITEM, agent, OFFERED, '', PEOPLE", "CASE, system, NEW, '', SYSTEM", "REQUEST, agent, '', Heard by phone., PEOPLE",
    "STEP, requester, '', done, SYSTEM", "STEP, operator, ERROR, Typing error., PEOPLE", "STEP, system, ERROR, '', SYSTEM", "STAGE, agent, '', '', SYSTEM",
    "FLOW, requester, '', '', SYSTEM", "FLOW, operator, IN_PROGRESS, Bank holiday., PEOPLE", "FLOW, system, IN_PROGRESS, x, SYSTEM",
    "MESSAGE, requester, '', '', MESSAGES", "DOCUMENT, agent, '', '', DOCUMENTS", "DOCUMENT, system, PENDING, '', DOCUMENTS", "LINK, agent, '', '', LINKS"
  })
  void eachEventIsOfOneKind(HistoryEntry.Subject subject, String actor, String from, String why, TimelineKind kind) {
    assertThat(TimelineKind.of(new HistoryView(Instant.EPOCH, actor, subject.name(), "", from, "", why))).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsNameInAnAddressAndHasWordsInEveryLanguage(TimelineKind kind) {
    assertThat(TimelineKind.named(kind.inAddress())).contains(kind);
    for (String language : new String[] {"en", "de", "fr", "es"}) {
      assertThat(new Texts().in(Locale.forLanguageTag(language), "timeline." + kind)).isNotEmpty().doesNotContain("timeline.");
    }
  }

  @Test
  void anyOtherNameIsNoKind() {
    assertThat(TimelineKind.named("")).isEmpty();
    assertThat(TimelineKind.named("PEOPLE")).isEmpty();
    assertThat(TimelineKind.named("gossip")).isEmpty();
  }
}
