package org.casebound.fulfillment.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.studio.BundleText;

/**
 * What an archive holds: the SHA-256 of every bundle. Its text is what {@code sha256sum -c} reads.
 *
 * @param checksums 64 lower-case hexadecimal digits by path, in the order of the text
 */
record ArchiveManifest(Map<String, String> checksums) {
  /** Its path in the archive. */
  static final String PATH = "SHA256SUMS";

  /** First line: the format of the archive. */
  static final String FORMAT = "# casebound-archive/1";

  private static final String FAMILY = "# casebound-archive/";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");

  /** The manifest of those bundles, in their order. */
  static ArchiveManifest of(List<ArchivedBundle> bundles) {
    Map<String, String> checksums = new LinkedHashMap<>();
    bundles.forEach(bundle -> checksums.put(bundle.path(), sha256(bundle.bytes())));
    return new ArchiveManifest(checksums);
  }

  /**
   * Reads a manifest.
   *
   * @throws BundleRefused with the place of every line that is none
   */
  static ArchiveManifest read(byte[] bytes) {
    List<String> lines = BundleText.decode(PATH, bytes).lines().toList();
    requireFormat(lines.isEmpty() ? "" : lines.get(0));
    Map<String, String> checksums = new LinkedHashMap<>();
    List<BundleProblem> problems = new ArrayList<>();
    for (int number = 2; number <= lines.size(); number++) {
      Matcher line = LINE.matcher(lines.get(number - 1));
      if (!line.matches()) {
        problems.add(new BundleProblem(PATH, number, 1, "", "This is no checksum with a path.", "Take the archive as it was exported."));
      } else if (!ArchivedBundle.isPath(line.group(2))) {
        problems.add(new BundleProblem(PATH, number, 67, "", "No bundle may be at this path.", "A path is processes/<name>-<version>.yaml."));
      } else if (checksums.put(line.group(2), line.group(1)) != null) {
        problems.add(new BundleProblem(PATH, number, 67, "", "The path is here twice.", "Keep one of the two."));
      }
    }
    ArchiveProblems.refuseIfAny(problems);
    return new ArchiveManifest(checksums);
  }

  private static void requireFormat(String first) {
    if (!first.equals(FORMAT)) {
      boolean newer = first.startsWith(FAMILY);
      throw ArchiveProblems.refused(
          PATH,
          newer ? "This archive has a format that is not known here." : "The file does not begin with '%s'.".formatted(FORMAT),
          newer ? "Update this installation, or export from one of its age." : "Take the archive as it was exported.");
    }
  }

  /** The text of the manifest. */
  byte[] bytes() {
    String lines = checksums.entrySet().stream().map(each -> each.getValue() + "  " + each.getKey() + "\n").collect(Collectors.joining());
    return (FORMAT + "\n" + lines).getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 of bytes, 64 lower-case hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
