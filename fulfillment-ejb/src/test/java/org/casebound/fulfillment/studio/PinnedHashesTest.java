package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A restarted server reads its bundles again and refuses one whose published version has another hash. So a bundle that uses
 * nothing new keeps the canonical form that it was published with. When one of these hashes changes, installations break.
 */
class PinnedHashesTest {
  @ParameterizedTest
  @CsvSource({
    "../ear/src/main/server/demo/bundles/address-update.yaml, 0d8ccbf08d5ded6ccdf6cce2705a1cd70100cd342f72dd8ce53c4d0df8854160",
    "../ear/src/main/server/demo/bundles/block-credit-card.yaml, d9b81a1174caddb6342d2ca4eb564045bb96359fba8cfba2363eedeaf4400ffe",
    "../ear/src/main/server/demo/bundles/fee-inquiry.yaml, e9c8e2d2b89126c1a0255aad1c069589a308058c08edfb688f47649b5c86a5cd",
    "../ear/e2e/src/test/resources/bundles/rework.yaml, 364012114ec35b48ee77e6c059ac54bec28832bf5c80acbd407af866c9c81e7b",
    "../ear/e2e/src/test/resources/bundles/form-fields.yaml, 88f19c0bb3cc801e23adfb0a2ac79e3c64ce25ed934016511398ebba6a370f3f"
  })
  void aPublishedBundleKeepsItsHash(Path file, String sha256) throws IOException {
    String yaml = Files.readString(file);
    assertThat(CanonicalBundle.of(new BundleReader().read(file.toString(), yaml)).sha256()).isEqualTo(sha256);
  }
}
