package org.casebound.web.console.paper;

import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of one PDF: Liberation Sans, which is free and packed into the file as far as it is used. It has Latin, Greek, Cyrillic and
 * Hebrew letters; any other character is written as its Unicode number, e.g. {@code U+6771}, so that nothing is lost. Not thread-safe.
 */
final class Letters {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDType0Font font;
  private final Map<Integer, Boolean> known = new HashMap<>();
  private boolean replaced;

  Letters(PDDocument document) throws IOException {
    try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      font = PDType0Font.load(document, file, true);
    }
  }

  PDType0Font font() {
    return font;
  }

  /** Whether a character had to be written as its number. */
  boolean replaced() {
    return replaced;
  }

  /**
   * The text in lines that are not wider than that; words that are wider than a line go on in the next one. At least one line.
   *
   * @param size of the letters, in points
   * @param width in points
   */
  List<String> lines(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : printable(text).split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      float used = 0;
      for (String word : paragraph.split("(?<= )")) {
        for (String piece : pieces(word, size, width)) {
          float wide = width(piece, size);
          if (!line.isEmpty() && used + width(piece.stripTrailing(), size) > width) {
            lines.add(visual(line.toString().stripTrailing()));
            line.setLength(0);
            used = 0;
          }
          line.append(piece);
          used += wide;
        }
      }
      lines.add(visual(line.toString().stripTrailing()));
    }
    return lines;
  }

  private List<String> pieces(String word, float size, float width) throws IOException {
    if (width(word.stripTrailing(), size) <= width) {
      return List.of(word);
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int letter : word.codePoints().toArray()) {
      if (!piece.isEmpty() && width(piece + Character.toString(letter), size) > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(letter);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  private String printable(String text) {
    StringBuilder printable = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(letter -> append(letter, printable));
    return printable.toString();
  }

  private void append(int letter, StringBuilder text) {
    if (letter == '\n') {
      text.append('\n');
    } else if (Character.isSpaceChar(letter) || letter == '\t') {
      text.append(' ');
    } else if (Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT) {
      return;
    } else if (known.computeIfAbsent(letter, this::has)) {
      text.appendCodePoint(letter);
    } else {
      replaced = true;
      text.append("U+%04X ".formatted(letter));
    }
  }

  private boolean has(int letter) {
    try {
      font.encode(Character.toString(letter));
      return true;
    } catch (IOException | IllegalArgumentException none) {
      return false;
    }
  }

  /** Letters in the order in which they stand on paper: a PDF knows no writing from right to left. */
  private static String visual(String line) {
    if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
      return line;
    }
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    byte[] levels = new byte[bidi.getRunCount()];
    String[] runs = new String[bidi.getRunCount()];
    for (int run = 0; run < runs.length; run++) {
      levels[run] = (byte) bidi.getRunLevel(run);
      String letters = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
      runs[run] = levels[run] % 2 == 1 ? new StringBuilder(letters).reverse().toString() : letters;
    }
    Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
    return String.join("", runs);
  }
}
