package org.casebound.connector.mail.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.base.Reply;

/**
 * What a failed sending means for the caller: a recipient that the server refuses for good (5xx) is a Rejected; any other
 * 5xx is PERMANENT, a 4xx TRANSIENT, also as the answer to the whole mail; no answer at all is an UNKNOWN_OUTCOME once the
 * content was being sent.
 */
final class SmtpReplies {
  private static final Pattern CODE = Pattern.compile("(?:^|\\s|;)([45]\\d\\d)[ -]");
  private static final int LONGEST_MESSAGE = 2000;

  private SmtpReplies() {}

  static Reply<Outcome> failed(MessagingException e, PointOfNoReturn point) {
    Optional<String> code = code(e);
    if (code.isEmpty()) {
      Failure kind = point.isPassed() ? Failure.UNKNOWN_OUTCOME : Failure.TRANSIENT;
      return Reply.brokenBy(kind, "CONNECTION_LOST", message(e));
    }
    if (refusesARecipient(e) && code.get().startsWith("5")) {
      return Reply.of(new Outcome.Rejected("SMTP_" + code.get(), message(e)));
    }
    return Reply.failed(
        code.get().startsWith("4") ? Failure.TRANSIENT : Failure.PERMANENT, "SMTP_" + code.get(), message(e));
  }

  private static boolean refusesARecipient(MessagingException e) {
    return e instanceof SendFailedException failed
        && failed.getInvalidAddresses() != null
        && failed.getInvalidAddresses().length > 0;
  }

  /** The reply code of the server; Jakarta Mail gives it in the text only. */
  private static Optional<String> code(MessagingException e) {
    for (Exception each = e; each instanceof MessagingException failure; each = failure.getNextException()) {
      Matcher matcher = CODE.matcher(String.valueOf(each.getMessage()));
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  static String message(MessagingException e) {
    Exception last = e;
    while (last instanceof MessagingException failure && failure.getNextException() != null) {
      last = failure.getNextException();
    }
    String message = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage().strip();
    return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
  }
}
