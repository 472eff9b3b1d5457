package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said between the system and back offices about something, in the order of time.
 *
 * @param messages oldest first
 * @param cut whether there are more than are shown; the newest are
 * @param replies whether the reader may see the reply inbox; otherwise no message of it is among them
 */
public record MessageTrail(List<Message> messages, boolean cut, boolean replies) {
  public MessageTrail {
    messages = List.copyOf(messages);
  }

  /** What a message is. */
  public enum Kind {
    /** A try of a call began. */
    REQUEST,
    /** It ended. */
    ANSWER,
    /** A message came into the reply inbox. */
    ACKNOWLEDGMENT
  }

  /**
   * One message.
   *
   * @param call id of the try; of an acknowledgment the one that it was matched with
   * @param reply id of the acknowledgment
   * @param caseNumber of the call
   * @param integration what was called; empty text for an acknowledgment that answers no known call
   * @param number which try of the call it is, from 1; 0 for an acknowledgment
   * @param state of the try, with its last message; of the acknowledgment
   * @param id idempotency key of the call; what an acknowledgment is called by its sender
   * @param reference what the back office calls the work
   * @param text why it failed; empty text when there is nothing to say
   * @param content what was sent or answered, as far as it is kept and the reader may see it; that of acknowledgments is shown with the answer that
   *     came of it
   */
  public record Message(
      Kind kind,
      Instant at,
      Optional<Long> call,
      Optional<Long> reply,
      Optional<String> caseNumber,
      String connector,
      String integration,
      int number,
      Optional<Enum<?>> state,
      String id,
      Optional<String> reference,
      String text,
      Optional<Object> content) {

    static Optional<Object> part(Map<String, Object> payload, String name) {
      return Optional.ofNullable(payload.get(name));
    }
  }
}
