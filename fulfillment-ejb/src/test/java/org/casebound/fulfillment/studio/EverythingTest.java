package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.fulfillment.studio.cel.CelExpressions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles that use the whole format: the one that uses every member, and those of the end-to-end tests. */
class EverythingTest {
  private static final BundleReader READER = new BundleReader();
  private static final Path END_TO_END = Path.of("../ear/e2e/src/test/resources/bundles");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.list(END_TO_END)) {
      return Stream.concat(Stream.of(TestBundles.FOLDER.resolve(TestBundles.EVERYTHING)), files).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void isReadAndWritten(Path file) throws IOException {
    ProcessBundle bundle = READER.read(file.toString(), Files.readString(file));
    CanonicalBundle canonical = CanonicalBundle.of(bundle);
    assertThat(BundleCodec.read(canonical.json())).isEqualTo(bundle);
    assertThat(READER.read("canonical.json", canonical.json())).isEqualTo(bundle);
    assertThat(PublishedProcess.of(bundle, new CelExpressions()).machines()).isNotEmpty();
    assertThat(CanonicalBundle.of(BundleCodec.read(canonical.json()))).isEqualTo(canonical);
  }
}
