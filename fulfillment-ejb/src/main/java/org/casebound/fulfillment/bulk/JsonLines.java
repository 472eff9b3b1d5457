package org.casebound.fulfillment.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of a file of JSON Lines; blank ones are passed over. */
final class JsonLines implements Lines {
  /** Stands for U+0000, which no database keeps: as wrong in JSON, and refused with its line. */
  private static final char NO_JSON = '\u0001';

  private final LineLimit limit;
  private final BufferedReader text;
  private int number;

  JsonLines(Reader text) {
    this.limit = new LineLimit(text, LONGEST);
    this.text = new BufferedReader(limit);
  }

  @Override
  public String header() {
    return "";
  }

  @Override
  public Optional<Line> next() throws IOException {
    while (true) {
      Optional<String> line = line();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (!line.get().isBlank()) {
        return Optional.of(new Line(number, line.get()));
      }
    }
  }

  /** Not {@code readLine}: that one takes a line of any length. */
  private Optional<String> line() throws IOException {
    StringBuilder line = new StringBuilder();
    number++;
    limit.begin(number);
    int next = text.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      line.append(next == 0 ? NO_JSON : (char) next);
      next = text.read();
    }
    return Optional.of(line.toString());
  }
}
