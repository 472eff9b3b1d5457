package org.casebound.fulfillment.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.integration.DeadLetterOffice;

/**
 * The messages that a connector's broker could not bring to anybody.
 *
 * @param count how many there are
 * @param items the oldest of them
 */
public record DeadLetters(long count, List<Letter> items) {
  public DeadLetters {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param id the broker's name of the message
   * @param queue that it could not be taken from; empty text when the broker does not say
   * @param reason why it is there
   * @param idempotencyKey the key of the call that it makes or answers
   * @param correlationId what it carries to be followed by: the number of the case
   * @param content its structure; every value is masked
   */
  public record Letter(
      String id,
      Instant sentAt,
      String queue,
      String reason,
      Optional<String> idempotencyKey,
      Optional<String> correlationId,
      Map<String, Object> content) {
    static Letter of(DeadLetterOffice.Letter letter) {
      return new Letter(
          letter.id(), letter.sentAt(), letter.queue(), letter.reason(), letter.idempotencyKey(), letter.correlationId(), letter.content());
    }
  }

  static DeadLetters of(DeadLetterOffice.Letters letters) {
    return new DeadLetters(letters.count(), letters.oldest().stream().map(Letter::of).toList());
  }
}
