package org.casebound.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class DocumentTest {
  @Test
  void givesItsBytesAwayWhenNobodyScansOrNothingWasFound() {
    assertThatCode(document(false)::requireReadable).doesNotThrowAnyException();
    Document clean = document(true);
    clean.foundClean();
    assertThatCode(clean::requireReadable).doesNotThrowAnyException();
    assertThat(clean.scanState()).isEqualTo(ScanState.CLEAN);
  }

  @Test
  void keepsItsBytesAwayUntilItIsScanned() {
    Document document = document(true);
    refused("DOC-007", document::requireReadable);
    document.notScanned("nobody is there");
    assertThat(document.scanNote()).isEqualTo("nobody is there");
    assertThat(document.isReadable()).isFalse();
    refused("DOC-007", document::requireReadable);
    document.foundClean();
    assertThat(document.scanNote()).isEmpty();
  }

  @Test
  void keepsItsBytesAwayForGoodWhenSomethingWasFound() {
    Document document = document(true);
    document.foundInfected("Win.Test.EICAR_HDB-1");
    assertThat(document.isReadable()).isFalse();
    assertThatThrownBy(document::requireReadable).hasMessageContaining("Win.Test.EICAR_HDB-1");
    refused("DOC-008", document::requireReadable);
    refused("DOC-009", document::foundClean);
    refused("DOC-009", () -> document.notScanned("later"));
  }

  @Test
  void isNeverScannedTwiceNorUnasked() {
    refused("DOC-009", document(false)::foundClean);
    Document clean = document(true);
    clean.foundClean();
    refused("DOC-009", () -> clean.foundInfected("x"));
    assertThat(clean.scanState()).isEqualTo(ScanState.CLEAN);
  }

  @Test
  void cutsANoteThatIsTooLong() {
    Document document = document(true);
    document.foundInfected("x".repeat(5000));
    assertThat(document.scanNote()).hasSize(1000);
  }

  private static void refused(String code, ThrowingCallable change) {
    assertThatThrownBy(change).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static Document document(boolean toBeScanned) {
    return new Document(1, 2, "proof", "proof.pdf", "application/pdf", 3, "0".repeat(64), toBeScanned, Instant.EPOCH);
  }
}
