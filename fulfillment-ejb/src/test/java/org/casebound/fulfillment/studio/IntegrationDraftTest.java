package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.integration.IntegrationDefinition;
import org.junit.jupiter.api.Test;

class IntegrationDraftTest {
  private final IntegrationDraft drafts = new IntegrationDraft(new BundleReader());

  @Test
  void readsWhatWouldStandInABundle() {
    IntegrationDefinition draft =
        drafts.read(
            Map.of("name", "Book", "connector", "java:/eis/CoreBanking", "operation", "POST /bookings/{account}", "inputs", List.of("account")));
    assertThat(draft.inputs()).containsExactly(InputDefinition.of("account"));
    assertThat(draft.connectorName()).isEqualTo("core-banking");
  }

  @Test
  void namesEachMistakeWithItsPlace() {
    BundleRefused refused =
        catchThrowableOfType(
            BundleRefused.class,
            () -> drafts.read(Map.of("name", "Book", "connector", "http://evil", "operation", "POST /{who}", "typo", 1)));
    assertThat(refused.problems())
        .extracting(BundleProblem::pointer)
        .contains("/integrations/0/connector", "/integrations/0/operation", "/integrations/0/typo");
  }
}
