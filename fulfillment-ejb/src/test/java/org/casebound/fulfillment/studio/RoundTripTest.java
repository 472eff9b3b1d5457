package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.casebound.domain.definition.ProcessBundle;

/** What is written is what is read, whatever the definition says. */
class RoundTripTest {
  private final SchemaCheck schema = new SchemaCheck();

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void aBundleIsReadAsItWasWritten(@ForAll long seed) {
    ProcessBundle bundle = new RandomBundles(seed).bundle();
    CanonicalBundle canonical = CanonicalBundle.of(bundle);
    ProcessBundle read = BundleCodec.read(canonical.json());
    assertThat(read).isEqualTo(bundle);
    assertThat(CanonicalBundle.of(read)).isEqualTo(canonical);
  }

  /** Canonical JSON is YAML, too, and can be imported. */
  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void whatIsWrittenHasTheFormOfTheSchema(@ForAll long seed) throws YamlProblem {
    ProcessBundle bundle = new RandomBundles(seed).bundle();
    YamlDocument document = YamlReader.read(CanonicalBundle.of(bundle).json());
    Problems problems = new Problems("b.json", document);
    Place root = Place.root(document.root());
    schema.check(root, problems);
    assertThat(problems.inOrder()).isEmpty();
    assertThat(BundleMapper.bundle(root)).isEqualTo(bundle);
  }
}
