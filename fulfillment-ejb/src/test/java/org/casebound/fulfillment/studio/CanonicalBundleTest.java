package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.casebound.domain.definition.ProcessBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalBundleTest {
  private static final BundleReader READER = new BundleReader();

  static java.util.List<String> bundles() {
    return DemoBundles.names();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void readsBackAsTheSameBundle(String name) {
    ProcessBundle bundle = READER.read(name, DemoBundles.text(name));
    CanonicalBundle canonical = CanonicalBundle.of(bundle);
    assertThat(BundleCodec.read(canonical.json())).isEqualTo(bundle);
    assertThat(CanonicalBundle.of(BundleCodec.read(canonical.json()))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void isItselfAValidBundle(String name) {
    ProcessBundle bundle = READER.read(name, DemoBundles.text(name));
    assertThat(READER.read("canonical.json", CanonicalBundle.of(bundle).json())).isEqualTo(bundle);
  }

  @Test
  void doesNotDependOnTheOrderOfKeysNorOnWhatIsLeftOut() {
    String one =
        """
        bundle: casebound/1
        process: { name: P, version: 1, label: P, queue: q, attributes: [ { name: a, type: Number, min: 1.50 } ] }
        queues: [ { name: q } ]
        """;
    String other =
        """
        queues: [ { label: Q, name: q } ]
        process:
          queue: q
          label: P
          version: 1
          name: P
          usageType: CustomerService
          attributes: [ { type: Number, min: 1.5, name: a, label: A, required: false } ]
        bundle: casebound/1
        """;
    CanonicalBundle canonical = CanonicalBundle.of(READER.read("a", one));
    assertThat(canonical).isEqualTo(CanonicalBundle.of(READER.read("b", other)));
    assertThat(canonical.sha256()).matches("[0-9a-f]{64}");
    assertThat(canonical.json()).startsWith("{\"bundle\":\"casebound/1\",\"flows\":[],");
  }

  @Test
  void refusesAStoreThatWasChangedByHand() {
    assertThatThrownBy(() -> BundleCodec.read("{\"process\":{}}")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BundleCodec.read("{")).isInstanceOf(IllegalArgumentException.class);
  }
}
