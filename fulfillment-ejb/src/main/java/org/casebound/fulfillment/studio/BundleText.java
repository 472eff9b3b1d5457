package org.casebound.fulfillment.studio;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The text of a bundle's file. */
public final class BundleText {
  private BundleText() {}

  /**
   * The text that the bytes say in UTF-8.
   *
   * @param fileName name of the file, for the problem
   * @throws BundleRefused with the place of the first byte that is no UTF-8
   */
  public static String decode(String fileName, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      String before = text.toString();
      String lastLine = before.substring(before.lastIndexOf('\n') + 1);
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = 1 + lastLine.codePointCount(0, lastLine.length());
      throw new BundleRefused(
          List.of(new BundleProblem(fileName, line, column, "", "This byte is not UTF-8.", "Save the file as UTF-8.")));
    }
    return text.toString();
  }

  /**
   * Something that was found out about a value of a bundle, with the place of the value in the text.
   *
   * @param yaml a bundle that can be imported
   * @param pointer JSON pointer to the value; the nearest one around it, when it is not there
   */
  public static BundleProblem at(String fileName, String yaml, String pointer, String message) {
    try {
      Position position = YamlReader.read(yaml).value(pointer);
      return new BundleProblem(fileName, position.line(), position.column(), pointer, message, "");
    } catch (YamlProblem e) {
      throw new IllegalArgumentException("A text that was read is no YAML.", e);
    }
  }

  /**
   * The text with another version of its process; everything else, comments included, stays as it is.
   *
   * @param yaml a bundle that can be imported
   */
  public static String withVersion(String yaml, int version) {
    try {
      Position at = YamlReader.read(yaml).value("/process/version");
      List<String> lines = new ArrayList<>(yaml.lines().toList());
      String line = lines.get(at.line() - 1);
      int begin = line.offsetByCodePoints(0, at.column() - 1);
      int end = begin;
      while (end < line.length() && Character.isDigit(line.charAt(end))) {
        end++;
      }
      lines.set(at.line() - 1, line.substring(0, begin) + version + line.substring(end));
      return String.join("\n", lines) + "\n";
    } catch (YamlProblem e) {
      throw new IllegalArgumentException("A published text is no YAML.", e);
    }
  }

  /** Where in the text, as Java counts, each of its lines begins. Lines end with LF, CR LF or CR. */
  static List<Integer> lineBegins(String text) {
    List<Integer> begins = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && !text.startsWith("\n", i + 1)) {
        begins.add(i + 1);
      }
    }
    return begins;
  }
}
