package org.casebound.bench.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server's base directory: the build's template with the EAR as its only deployment, without the demo bank, and with the benchmark's
 * process bundles instead of the demo's.
 */
final class BaseDirectory {
  private static final List<String> BUNDLES = List.of("straight-through.yaml", "orchestration.yaml", "acknowledgement.yaml");
  private static final Pattern DEPLOYMENTS = Pattern.compile("<deployments>.*</deployments>", Pattern.DOTALL);

  private BaseDirectory() {}

  static Path make(Path base) {
    Layout.fresh(base);
    Path configuration = base.resolve("configuration");
    try {
      copy(Layout.template(), configuration);
      Path bundles = Layout.fresh(configuration.resolve("bundles"));
      for (String bundle : BUNDLES) {
        try (InputStream in = BaseDirectory.class.getResourceAsStream("/bundles/" + bundle)) {
          Files.copy(java.util.Objects.requireNonNull(in, bundle), bundles.resolve(bundle));
        }
      }
      Path xml = configuration.resolve("casebound-demo.xml");
      String ear =
          "<deployments><deployment name=\"casebound.ear\" runtime-name=\"casebound.ear\"><fs-archive path=\""
              + Layout.ear() + "\"/></deployment></deployments>";
      Files.writeString(xml, DEPLOYMENTS.matcher(Files.readString(xml)).replaceFirst(java.util.regex.Matcher.quoteReplacement(ear)));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not make the server's base directory " + base, e);
    }
    return base;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> content = Files.walk(from)) {
      for (Path each : content.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
