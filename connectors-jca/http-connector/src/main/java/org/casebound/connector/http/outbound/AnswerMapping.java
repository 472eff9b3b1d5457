package org.casebound.connector.http.outbound;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;

/**
 * What an HTTP answer means for the caller.
 *
 * <table>
 * <caption>Statuses and outcomes</caption>
 * <tr><th>Status</th><th>Outcome</th></tr>
 * <tr><td>202</td><td>Accepted: member {@code reference}, else header Location, else the key; what is longer than a
 *     reference may be is passed over</td></tr>
 * <tr><td>other 2xx</td><td>Done; UNKNOWN_OUTCOME when the body is no JSON object, for the effect is there but its
 *     result can not be read</td></tr>
 * <tr><td>303 and other 3xx</td><td>UNKNOWN_OUTCOME; 301, 302, 307, 308 PERMANENT (never followed, not processed)</td></tr>
 * <tr><td>401, 403, 405, 406, 413, 414, 415, 501, 505</td><td>PERMANENT</td></tr>
 * <tr><td>408, 425, 429, 503</td><td>TRANSIENT, with Retry-After</td></tr>
 * <tr><td>404 without a JSON body</td><td>TRANSIENT: a server or proxy answered, the service may not be deployed yet</td></tr>
 * <tr><td>409 with the configured {@code duplicateCode}</td><td>Done, as it was before: the key was applied; member
 *     {@code result} is the result</td></tr>
 * <tr><td>other 4xx</td><td>Rejected with the problem's {@code code}</td></tr>
 * <tr><td>500, 502, 504, other 5xx</td><td>UNKNOWN_OUTCOME: the service may have failed after the effect, or the
 *     proxy gave up waiting for it</td></tr>
 * </table>
 */
final class AnswerMapping {
  private static final int LONGEST_CODE = 200;
  private static final int LONGEST_MESSAGE = 2000;

  private final Optional<String> duplicateCode;
  private final Clock clock;

  /** @param duplicateCode problem code of a 409 that says that the key was applied before; empty when there is none */
  AnswerMapping(Optional<String> duplicateCode, Clock clock) {
    this.duplicateCode = duplicateCode;
    this.clock = clock;
  }

  Outcome outcome(HttpAnswer answer, IdempotencyKey key) {
    return switch (answer.status()) {
      case 202 -> new Outcome.Accepted(reference(answer).or(() -> fitting(answer.location())).orElse(key.value()));
      case 401, 403, 405, 406, 413, 414, 415, 501, 505, 301, 302, 307, 308 -> failed(Failure.PERMANENT, answer);
      case 408, 425, 429, 503 -> failed(Failure.TRANSIENT, answer);
      case 409 -> duplicateCode.isPresent() && duplicateCode.equals(answer.text("code")) ? doneBefore(answer) : rejected(answer);
      case 404 -> answer.isFromTheService() ? rejected(answer) : failed(Failure.TRANSIENT, answer);
      default -> switch (answer.status() / 100) {
        case 2 -> done(answer);
        case 4 -> rejected(answer);
        default -> failed(Failure.UNKNOWN_OUTCOME, answer);
      };
    };
  }

  /** Reads the answer to the question what became of a key; only the service itself can say that it does not know it. */
  Verification verification(HttpAnswer answer, IdempotencyKey key) {
    if (answer.status() == 404 && answer.isFromTheService()) {
      return new Verification.NotApplied();
    }
    if (answer.status() != 200) {
      return new Verification.Unavailable("The back office answered " + answer.status() + " to the verification.");
    }
    return switch (answer.text("status").orElse("")) {
      case "DONE" -> new Verification.Applied(doneBefore(answer));
      case "ACCEPTED" ->
          new Verification.Applied(new Outcome.Accepted(reference(answer).orElse(key.value())));
      case "REJECTED" -> new Verification.Applied(rejected(answer));
      default -> new Verification.Unavailable("The back office answered the verification in an unknown form.");
    };
  }

  private static Optional<String> reference(HttpAnswer answer) {
    return fitting(answer.text("reference"));
  }

  private static Optional<String> fitting(Optional<String> reference) {
    return reference.filter(text -> !text.isBlank() && text.length() <= Outcome.Accepted.LONGEST_REFERENCE);
  }

  private static Outcome done(HttpAnswer answer) {
    return answer.json().<Outcome>map(Outcome.Done::new).orElseGet(() -> new Outcome.Failed(
        Failure.UNKNOWN_OUTCOME, "ANSWER_NOT_UNDERSTOOD",
        "The back office answered " + answer.status() + " with a body that is not a JSON object.", Optional.empty()));
  }

  private static Outcome.Done doneBefore(HttpAnswer answer) {
    return new Outcome.Done(answer.object("result").orElse(Map.of()));
  }

  private static Outcome.Rejected rejected(HttpAnswer answer) {
    return new Outcome.Rejected(code(answer), message(answer));
  }

  private Outcome failed(Failure kind, HttpAnswer answer) {
    return new Outcome.Failed(kind, code(answer), message(answer), answer.wait(clock.instant()));
  }

  private static String code(HttpAnswer answer) {
    return shorten(answer.text("code").orElse("HTTP_" + answer.status()), LONGEST_CODE);
  }

  private static String message(HttpAnswer answer) {
    String message = answer.text("detail")
        .or(() -> answer.text("message"))
        .or(() -> answer.text("title"))
        .orElse("The back office answered " + answer.status() + ".");
    return shorten(message, LONGEST_MESSAGE);
  }

  private static String shorten(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
