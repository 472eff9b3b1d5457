package org.casebound.fulfillment.archive;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bundle of one version of a process in an archive.
 *
 * @param name API name of the process, as the path says it
 * @param version the version, as the path says it
 * @param text YAML, as its author wrote it
 */
public record ArchivedBundle(String name, int version, String text) {
  /** Older versions first: the newest one is active in the end. */
  static final Comparator<ArchivedBundle> ORDER =
      Comparator.comparing(ArchivedBundle::name).thenComparingInt(ArchivedBundle::version);

  private static final Pattern PATH = Pattern.compile("processes/([A-Za-z][A-Za-z0-9_]{0,79})-([1-9][0-9]{0,8})\\.yaml");

  /** Whether a bundle may have that path. */
  static boolean isPath(String path) {
    return PATH.matcher(path).matches();
  }

  /**
   * The bundle at a path.
   *
   * @param path one of {@link #isPath}
   */
  static ArchivedBundle at(String path, String text) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      throw new IllegalArgumentException(path);
    }
    return new ArchivedBundle(parts.group(1), Integer.parseInt(parts.group(2)), text);
  }

  /** Its path in the archive. */
  String path() {
    return "processes/%s-%d.yaml".formatted(name, version);
  }

  /** Its bytes in the archive. */
  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
