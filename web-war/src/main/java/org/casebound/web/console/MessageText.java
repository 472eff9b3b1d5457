package org.casebound.web.console;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed as a message; it stays in its box until it is sent.
 *
 * @param typed with the line ends that the engine counts: one character each, where browsers send two
 */
record MessageText(String typed) {
  private static final int LONGEST = 4000;

  static MessageText of(@Nullable String typed) {
    return new MessageText(typed == null ? "" : typed.replace("\r\n", "\n"));
  }

  /** Why it can not be sent; empty text when it can. */
  String problem(Texts texts) {
    int length = typed.strip().length();
    if (length == 0) {
      return texts.of("messages.empty");
    }
    return length > LONGEST ? texts.of("messages.long", LONGEST, length) : "";
  }
}
