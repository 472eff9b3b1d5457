package org.casebound.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseMessageTest {
  private static final Instant LATER = Cases.FILED.plusSeconds(60);
  private final Case worked = Cases.filed(51);

  @Test
  void keepsWhatWasWrittenWithoutTheSpacesAroundIt() {
    CaseMessage message = new CaseMessage(7, worked, MessageSide.STAFF, "agent", "\n Which street?\nNumber 7? ", 9L, LATER);
    assertThat(message.text()).isEqualTo("Which street?\nNumber 7?");
    assertThat(message.caseId()).isEqualTo(51);
    assertThat(message.documentId()).contains(9L);
    assertThat(message.readAt()).isEmpty();
  }

  @Test
  void hasOneToFourThousandCharacters() {
    assertRefused("MESSAGE-001", worked, MessageSide.STAFF, " \n ", LATER);
    assertRefused("MESSAGE-001", worked, MessageSide.REQUESTER, "x".repeat(4001), LATER);
    assertThat(written(MessageSide.STAFF, " " + "x".repeat(4000) + " ", LATER).text()).hasSize(4000);
  }

  @Test
  void isReadOnce() {
    CaseMessage message = written(MessageSide.REQUESTER, "Here it is.", LATER);
    message.read(LATER.plusSeconds(5));
    message.read(LATER.plusSeconds(9));
    assertThat(message.readAt()).contains(LATER.plusSeconds(5));
  }

  @Test
  void isWrittenByTheRequesterUntilThirtyDaysAfterTheEndAndByStaffAlways() {
    worked.close(Resolution.FULFILLED, "Done.", LATER);
    Instant last = LATER.plus(CaseMessage.AFTERWARDS);
    assertThat(written(MessageSide.REQUESTER, "Thank you.", last).author()).isEqualTo("somebody");
    assertRefused("MESSAGE-002", worked, MessageSide.REQUESTER, "Thank you.", last.plusSeconds(1));
    assertThat(written(MessageSide.STAFF, "We found your letter.", last.plusSeconds(1)).side()).isEqualTo(MessageSide.STAFF);
    worked.reopen();
    assertThat(CaseMessage.mayWrite(worked, MessageSide.REQUESTER, last.plusSeconds(1))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void goesFromOneSideToTheOther(MessageSide side) {
    assertThat(side.other()).isNotEqualTo(side);
    assertThat(side.other().other()).isEqualTo(side);
  }

  private CaseMessage written(MessageSide side, String text, Instant now) {
    return new CaseMessage(7, worked, side, "somebody", text, null, now);
  }

  private static void assertRefused(String code, Case about, MessageSide side, String text, Instant now) {
    assertThatThrownBy(() -> new CaseMessage(7, about, side, "somebody", text, null, now))
        .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
