package org.casebound.connector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a back office sends, its answer can be recorded. */
class StorableTextTest {
  private static final String HOSTILE = "a\u0000b\uD800c";
  private static final String KEPT = "a\uFFFDb\uFFFDc";

  @Test
  void keepsWhatCanBeStored() {
    String text = "Zürich, 東京, \uD83D\uDE00\n";
    assertThat(StorableText.of(text)).isEqualTo(text);
    assertThat(StorableText.of(HOSTILE + "\uD83D\uDE00")).isEqualTo(KEPT + "\uD83D\uDE00");
  }

  @Test
  void anAnswerHoldsNothingThatCanNotBeStored() {
    assertThat(new Outcome.Done(Map.of(HOSTILE, List.of(Map.of(HOSTILE, HOSTILE)))).result())
        .isEqualTo(Map.of(KEPT, List.of(Map.of(KEPT, KEPT))));
    assertThat(new Outcome.Rejected(HOSTILE, HOSTILE)).isEqualTo(new Outcome.Rejected(KEPT, KEPT));
    assertThat(new Outcome.Accepted(HOSTILE).reference()).isEqualTo(KEPT);
    Outcome.Failed failed = new Outcome.Failed(Failure.PERMANENT, HOSTILE, HOSTILE, Optional.empty());
    assertThat(List.of(failed.code(), failed.message())).containsOnly(KEPT);
    assertThat(JsonTree.parse("{\"x\":\"a\\u0000b\\ud800c\"}")).isEqualTo(Map.of("x", KEPT));
  }

  @Test
  void anAcknowledgementHoldsNothingThatCanNotBeStored() {
    Acknowledgement reply = new Acknowledgement(
        "core", HOSTILE, Optional.of(HOSTILE), Optional.of(HOSTILE), new Outcome.Done(Map.of()), Instant.EPOCH, "");
    assertThat(reply.messageId()).isEqualTo(KEPT);
    assertThat(reply.reference()).contains(KEPT);
    assertThat(reply.correlationKey()).contains(KEPT);
  }

  @Test
  void aReferenceIsNoLongerThanAnAcknowledgementCanRepeatIt() {
    assertThat(new Outcome.Accepted("x".repeat(200)).reference()).hasSize(200);
    assertThatThrownBy(() -> new Outcome.Accepted("x".repeat(201))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("200");
  }
}
