package org.casebound.web.console;

import java.util.Set;
import java.util.regex.Pattern;

/** What usually helps against an incident of some cause. The texts' key; it is advice, the reason of the engine stands beside it. */
enum Remedy {
  /** Whether the call had its effect is not known: somebody must look. */
  DOUBT,
  /** The back office did not answer, or was busy. */
  UNAVAILABLE,
  /** It refused the credentials of the connector. */
  LOGIN,
  /** What is sent, or the definition behind it, can not work. */
  DEFINITION,
  /** It refused what was asked of it. */
  REFUSED,
  /** An action of this installation failed. */
  ACTION,
  /** The flow itself stopped. */
  FLOW;

  private static final Set<String> IN_DOUBT =
      Set.of("READ_TIMEOUT", "CONNECTION_LOST", "INTERRUPTED", "NO_ANSWER", "KEY_IN_DOUBT", "ANSWER_NOT_UNDERSTOOD", "CCI_FAILED", "REPLY_UNREADABLE");
  private static final Set<String> AWAY =
      Set.of(
          "UNREACHABLE", "CONNECT_FAILED", "TIMEOUT_BEFORE_EFFECT", "TOO_LATE", "NO_THREAD", "NOT_SENT", "KEY_BUSY", "TOKEN_UNAVAILABLE",
          "QUEUE_MISSING", "DATA_SOURCE_MISSING", "FOLDER_MISSING", "FOLDER_FULL", "SESSION_MISSING", "NAME_MISSING");
  private static final Set<String> MISTAKEN = Set.of("OPERATION_INVALID", "ADDRESS_REFUSED", "KEY_REUSED", "CCI_NOT_SENT", "MAIL_INVALID");
  private static final Pattern AWAY_BY_STATUS = Pattern.compile("HTTP_(408|425|429|5\\d\\d)|.*_BEFORE_EFFECT|SMTP_4\\d\\d");
  private static final Pattern MISTAKEN_BY_CODE = Pattern.compile("(EXPR|INTG|ATTR|RECORD|FLOW)-\\d+");

  /**
   * The advice for a cause.
   *
   * @param connector empty text when it was no call
   */
  static Remedy of(String code, String connector) {
    if (IN_DOUBT.contains(code)) {
      return DOUBT;
    }
    if (AWAY.contains(code) || AWAY_BY_STATUS.matcher(code).matches()) {
      return UNAVAILABLE;
    }
    if (code.equals("LOGIN_REFUSED") || code.equals("HTTP_401") || code.equals("HTTP_403")) {
      return LOGIN;
    }
    if (code.startsWith("ACTION_")) {
      return ACTION;
    }
    if (MISTAKEN.contains(code) || MISTAKEN_BY_CODE.matcher(code).matches()) {
      return DEFINITION;
    }
    return connector.isEmpty() ? FLOW : REFUSED;
  }
}
