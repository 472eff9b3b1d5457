package org.casebound.fulfillment.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bundles of the demo, as they are shipped. */
final class DemoBundles {
  static final String BLOCK_CARD = "block-credit-card.yaml";
  static final String ADDRESS_UPDATE = "address-update.yaml";
  static final String FEE_INQUIRY = "fee-inquiry.yaml";

  private static final Path FOLDER = Path.of("../ear/src/main/server/demo/bundles");

  private DemoBundles() {}

  static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
