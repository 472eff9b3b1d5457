package org.casebound.web.console;

import org.casebound.domain.cases.CaseMessage;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed as a message; it stays in its box until it is sent.
 *
 * @param typed with the line ends that the engine counts: one character each, where browsers send two
 */
record MessageText(String typed) {
  static MessageText of(@Nullable String typed) {
    return new MessageText(typed == null ? "" : typed.replace("\r\n", "\n"));
  }

  /** Why it can not be sent; empty text when it can. */
  String problem(Texts texts) {
    int length = typed.strip().length();
    if (length == 0) {
      return texts.of("messages.empty");
    }
    return length > CaseMessage.LONGEST ? texts.of("messages.long", CaseMessage.LONGEST, length) : "";
  }
}
