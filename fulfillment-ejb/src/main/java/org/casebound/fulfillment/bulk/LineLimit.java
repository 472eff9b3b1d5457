package org.casebound.fulfillment.bulk;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.casebound.fulfillment.intake.RequestRefused;

/** Lets a parser read one line of bounded length at a time: a quote that is never closed does not swallow the rest of the file. */
final class LineLimit extends FilterReader {
  private final int longest;
  private long read;
  private long allowed;
  private int line = 1;

  LineLimit(Reader in, int longest) {
    super(in);
    this.longest = longest;
  }

  /** The line with that number begins. Parsers read ahead, so the limit counts from here. */
  void begin(int number) {
    line = number;
    allowed = read + longest;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (read >= allowed) {
      throw refused(line, "The request is longer than %d characters; is a quote not closed?".formatted(longest));
    }
    try {
      int got = super.read(target, offset, (int) Math.min(length, allowed - read));
      read += Math.max(got, 0);
      return got;
    } catch (CharacterCodingException noText) {
      throw noText(line);
    }
  }

  static RequestRefused noText(int line) {
    return refused(line, "Here or further on the file is no UTF-8 text; save it as UTF-8.");
  }

  /** Why the file can not be taken apart. */
  static RequestRefused refused(int line, String why) {
    return new RequestRefused(
        List.of(new RequestRefused.Problem("", "BULK-002", "Line %d: %s Nothing of the file was kept.".formatted(line, why))));
  }
}
