package org.casebound.fulfillment.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.resource.ResourceException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.DeadLetter;
import org.casebound.connector.api.DeadLetterBox;
import org.casebound.connector.api.JsonTree;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;

/** Asks connectors for the messages that nobody could take, over the network and outside any transaction. Thread-safe. */
@ApplicationScoped
public class DeadLetterOffice {
  /** What is done with an open box. */
  private interface Deed<T> {
    T with(DeadLetterBox box) throws ResourceException;
  }

  /**
   * A message that nobody could take.
   *
   * @param content its structure with every value masked; a text that is no JSON object is only counted
   */
  public record Letter(
      String id,
      Instant sentAt,
      String queue,
      String reason,
      Optional<String> idempotencyKey,
      Optional<String> correlationId,
      Map<String, Object> content) {}

  /** All letters of a connector, and the oldest ones. */
  public record Letters(long count, List<Letter> oldest) {}

  /**
   * What lies there.
   *
   * @throws RuleViolation DEAD-001 when the connector has no such place, DEAD-002 when its broker can not be reached
   */
  public Letters look(String jndiName, int most) {
    DeadLetterBox.Content content = at(jndiName, box -> box.look(most));
    return new Letters(content.count(), content.oldest().stream().map(DeadLetterOffice::letter).toList());
  }

  /**
   * Puts a letter back into the queue that it came from.
   *
   * @throws RuleViolation DEAD-001, DEAD-002, or DEAD-003 when it is not known where it came from
   * @throws UnknownRecord when there is no such letter
   */
  public void sendBack(String jndiName, String id) {
    settled(at(jndiName, box -> box.sendBack(id)), id);
  }

  /**
   * Throws a letter away.
   *
   * @throws RuleViolation DEAD-001, DEAD-002
   * @throws UnknownRecord when there is no such letter
   */
  public void discard(String jndiName, String id) {
    settled(at(jndiName, box -> box.discard(id)), id);
  }

  private static void settled(DeadLetterBox.End end, String id) {
    if (end == DeadLetterBox.End.GONE) {
      throw new UnknownRecord("dead letter", id);
    } else if (end == DeadLetterBox.End.NO_WAY_BACK) {
      throw new RuleViolation("DEAD-003", "The broker does not say which queue the letter came from; discard it, or move it by the broker's own tools.");
    }
  }

  private static Letter letter(DeadLetter letter) {
    return new Letter(
        letter.id(), letter.sentAt(), letter.queue(), letter.reason(), letter.idempotencyKey(), letter.correlationId(), masked(letter.content()));
  }

  private static Map<String, Object> masked(String content) {
    try {
      return Payload.structure(JsonTree.parse(content));
    } catch (IllegalArgumentException noObject) {
      return Map.of("characters", content.length());
    }
  }

  private static <T> T at(String jndiName, Deed<T> deed) {
    try (BackOfficeConnection connection = BackOfficeGateway.connect(InitialContext.doLookup(jndiName))) {
      Optional<DeadLetterBox> box = connection.deadLetters();
      if (box.isEmpty()) {
        throw none(jndiName);
      }
      return deed.with(box.get());
    } catch (NamingException missing) {
      throw new RuleViolation("DEAD-002", "No connector is bound at %s.".formatted(jndiName));
    } catch (ResourceException unreachable) {
      throw new RuleViolation("DEAD-002", "The broker behind %s can not be reached: %s".formatted(jndiName, unreachable.getMessage()));
    } catch (ClassCastException foreign) {
      throw none(jndiName);
    }
  }

  private static RuleViolation none(String jndiName) {
    return new RuleViolation(
        "DEAD-001",
        "The connector at %s shows no dead letters: it has no queues, or its deadLetterQueue is not configured.".formatted(jndiName));
  }
}
