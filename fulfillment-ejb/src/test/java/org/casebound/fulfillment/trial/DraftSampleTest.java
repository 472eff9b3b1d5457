package org.casebound.fulfillment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.studio.BundleRefused;
import org.junit.jupiter.api.Test;

/** A sample of an integration of a draft begins with all that the text says about it. */
class DraftSampleTest {
  private static final String TEXT =
      """
      integrations:
        - { name: Shop }
        - name: Bank
          inputs: [account, { name: amount, type: Number }, { name: lines, type: List }]
      scenarios:
        - name: refused
          answers: [{ call: Bank, refused: NO }]
        - name: booked
          answers: [{ call: Shop, reply: { id: S-1 } }, { call: Bank, reply: { id: B-1 } }]
      """;

  @Test
  void hasAValueForEachInputAndTheFirstReply() {
    IntegrationSample sample = DraftSample.of(TEXT, 1);
    assertThat(sample.input()).containsExactly(Map.entry("account", ""), Map.entry("amount", 0L), Map.entry("lines", List.of()));
    assertThat(sample.reply()).contains(Map.of("id", "B-1"));
    assertThat(sample.draft().orElseThrow()).containsEntry("name", "Bank");
  }

  @Test
  void needsAnIntegrationAndYaml() {
    assertThatThrownBy(() -> DraftSample.of(TEXT, 2)).isInstanceOf(UnknownRecord.class);
    assertThatThrownBy(() -> DraftSample.of("a: [", 0)).isInstanceOf(BundleRefused.class);
  }
}
