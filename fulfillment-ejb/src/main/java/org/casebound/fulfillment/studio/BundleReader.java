package org.casebound.fulfillment.studio;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casebound.domain.definition.ProcessBundle;

/**
 * Reads process bundles written in YAML: the form by the published JSON Schema, the meaning by checks that know the whole bundle. A
 * bundle with any mistake is refused as a whole. Thread-safe; making one costs a few hundred milliseconds, so one serves the whole
 * server.
 */
public final class BundleReader {
  /** Largest file, in bytes of UTF-8: 1 MiB. */
  public static final int MOST_BYTES = 1024 * 1024;

  /** Longest canonical JSON that is stored, in characters: what the column takes. */
  static final int MOST_STORED = 1_000_000;

  private final SchemaCheck schema = new SchemaCheck();
  private final MeaningCheck meaning = new MeaningCheck();

  /**
   * The bundle in a text.
   *
   * @param fileName name of the file, for the problems
   * @param yaml YAML 1.2; JSON is YAML, too
   * @throws BundleRefused with every problem, each with line, column and mend
   */
  public ProcessBundle read(String fileName, String yaml) {
    String text = withoutMark(yaml);
    if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw refused(fileName, Position.START, "The file is larger than 1 MiB.", "Split it: one process for each file.");
    }
    YamlDocument document = document(fileName, text);
    Place root = Place.root(document.root());
    Problems problems = new Problems(fileName, document);
    schema.check(root, problems);
    meaning.check(root, problems);
    List<BundleProblem> found = problems.inOrder();
    if (!found.isEmpty()) {
      throw new BundleRefused(found);
    }
    ProcessBundle bundle = BundleMapper.bundle(root);
    if (BundleCodec.write(bundle).length() > MOST_STORED) {
      throw refused(
          fileName,
          Position.START,
          "With all its defaults written out, the bundle has more than %d characters.".formatted(MOST_STORED),
          "Split it, or shorten its lists.");
    }
    return bundle;
  }

  /** The text without the byte order mark that some editors write before it. */
  static String withoutMark(String yaml) {
    return yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
  }

  /** @throws BundleRefused when the text is no YAML that bundles may use */
  static YamlDocument document(String fileName, String text) {
    try {
      return YamlReader.read(text);
    } catch (YamlProblem e) {
      throw refused(fileName, e.position(), String.valueOf(e.getMessage()), e.mend());
    }
  }

  private static BundleRefused refused(String file, Position position, String message, String mend) {
    return new BundleRefused(
        List.of(new BundleProblem(file, position.line(), position.column(), "", message, mend)));
  }
}
