package org.casebound.fulfillment.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that comes in: its lines in portions of bounded size. Not thread-safe. */
final class BulkFile {
  private static final int MOST_LINES = 500;
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Lines lines;

  /** Reads the header. */
  BulkFile(BulkFormat format, InputStream bytes) throws IOException {
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    passOverMark(text);
    lines = format == BulkFormat.CSV ? new CsvLines(text) : new JsonLines(text);
  }

  private static void passOverMark(BufferedReader text) throws IOException {
    text.mark(1);
    try {
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
    } catch (CharacterCodingException noText) {
      throw LineLimit.noText(1);
    }
  }

  String header() {
    return lines.header();
  }

  /** The next lines; none at the end. */
  List<Lines.Line> next() throws IOException {
    List<Lines.Line> portion = new ArrayList<>();
    int characters = 0;
    while (portion.size() < MOST_LINES && characters < MOST_CHARACTERS) {
      Optional<Lines.Line> line = lines.next();
      if (line.isEmpty()) {
        break;
      }
      portion.add(line.get());
      characters += line.get().content().length();
    }
    return portion;
  }
}
