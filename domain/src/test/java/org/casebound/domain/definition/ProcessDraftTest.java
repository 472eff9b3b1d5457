package org.casebound.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

/** The way of a draft to a second person. */
class ProcessDraftTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

  private final ProcessDraft draft = new ProcessDraft("Gift", "first", "jane", NOW);

  @Test
  void nobodyWhoWroteAPartOfItApprovesIt() {
    draft.write("second", draft.version(), "joe", NOW);
    draft.handIn(draft.version(), "joe", NOW);
    assertThat(draft.authors()).containsExactly("jane", "joe");
    refused("REVIEW-003", () -> draft.requireApprover("jane"));
    refused("REVIEW-003", () -> draft.requireApprover("joe"));
    assertThatCode(() -> draft.requireApprover("kim")).doesNotThrowAnyException();
  }

  @Test
  void itIsHandedInBeforeItIsApproved() {
    refused("REVIEW-001", () -> draft.requireApprover("kim"));
    refused("REVIEW-001", () -> draft.sendBack(draft.version(), "kim", "x"));
  }

  @Test
  void aChangeTakesItBack() {
    draft.handIn(draft.version(), "jane", NOW);
    draft.write("other", draft.version(), "jane", NOW);
    assertThat(draft.handedInBy()).isEmpty();
    assertThat(draft.handedInAt()).isEmpty();
    refused("REVIEW-001", () -> draft.requireApprover("kim"));
  }

  @Test
  void theReasonOfAReturnStaysUntilItIsHandedInAgain() {
    draft.handIn(draft.version(), "jane", NOW);
    draft.sendBack(draft.version(), "kim", "The label is wrong.");
    draft.write("mended", draft.version(), "jane", NOW);
    assertThat(draft.returnedBy()).hasValue("kim");
    assertThat(draft.returnReason()).hasValue("The label is wrong.");
    draft.handIn(draft.version(), "jane", NOW);
    assertThat(draft.returnedBy()).isEmpty();
    assertThat(draft.returnReason()).isEmpty();
    assertThat(draft.handedInBy()).hasValue("jane");
  }

  @Test
  void whoHasReadAnotherVersionIsTold() {
    refused("PROC-002", () -> draft.handIn(draft.version() + 1, "jane", NOW));
    draft.handIn(draft.version(), "jane", NOW);
    refused("PROC-002", () -> draft.sendBack(draft.version() + 1, "kim", "x"));
    assertThat(draft.handedInBy()).hasValue("jane");
  }

  private static void refused(String code, ThrowingCallable change) {
    assertThatThrownBy(change).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
