package org.casebound.demobank.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/** The bank's business rules: what it answers to an order that it sees for the first time. */
final class Decisions {
  /** An address with this postal code is accepted, and refused later by the acknowledgement. */
  static final String UNDELIVERABLE_POSTAL_CODE = "99999";

  private final Ledger ledger;

  Decisions(Ledger ledger) {
    this.ledger = ledger;
  }

  Effect decide(Order order, Instant now) {
    Service service = order.service();
    if (!service.knows(order.target())) {
      return effect(order, now, Answer.problem(404, service.unknownTargetCode(), "The bank does not know it."));
    }
    return switch (service) {
      case BLOCK_CARD -> once(order, now, "CARD_ALREADY_BLOCKED", "The card is blocked already.", "BLOCKED");
      case REVERSE_FEE -> once(order, now, "FEE_ALREADY_REVERSED", "The fee was given back already.", "REVERSED");
      case OPEN_DISPUTE -> once(order, now, "DISPUTE_ALREADY_OPEN", "The transaction is in dispute already.", "OPEN");
      case CREDIT_TRANSACTION ->
          once(order, now, "TRANSACTION_ALREADY_CREDITED", "The money was given back already.", "CREDITED");
      case RESET_PIN, SEND_STATEMENT -> done(order, now, "SENT");
      case CHANGE_LIMIT -> done(order, now, "CHANGED");
      case PAY_GOODWILL -> done(order, now, "PAID");
      case CHANGE_ADDRESS -> changeAddress(order, now);
      case ORDER_CHEQUE_BOOK, EXPORT_DATA -> accepted(order, now);
    };
  }

  private Effect once(Order order, Instant now, String code, String detail, String status) {
    if (ledger.latest(order.service(), order.target()).isPresent()) {
      return effect(order, now, Answer.problem(409, code, detail));
    }
    return done(order, now, status);
  }

  private Effect done(Order order, Instant now, String status) {
    JsonObject body = Json.createObjectBuilder()
        .add("reference", order.service().reference(ledger.nextReference()))
        .add("status", status)
        .add("target", order.target())
        .add("at", now.toString())
        .build();
    return effect(order, now, new Answer(200, body));
  }

  private Effect changeAddress(Order order, Instant now) {
    if (order.body().isEmpty()) {
      return effect(order, now, Answer.problem(422, "ADDRESS_MISSING", "The request has no address."));
    }
    return accepted(order, now);
  }

  private Effect accepted(Order order, Instant now) {
    String reference = order.service().reference(ledger.nextReference());
    JsonObject answer = Json.createObjectBuilder().add("reference", reference).add("status", "ACCEPTED").build();
    return new Effect(
        order.key(), order.service(), order.target(), order.fingerprint(), 202, answer, order.body(), now,
        Optional.of(acknowledgement(order, reference)));
  }

  private static JsonObject acknowledgement(Order order, String reference) {
    JsonObjectBuilder body = Json.createObjectBuilder()
        .add("messageId", "ack-" + reference + "-" + order.fingerprint().substring(0, 8))
        .add("reference", reference)
        .add("idempotencyKey", order.key());
    if (UNDELIVERABLE_POSTAL_CODE.equals(order.body().getString("postalCode", ""))) {
      return body.add("status", "REJECTED")
          .add("code", "ADDRESS_NOT_DELIVERABLE")
          .add("message", "Post can not be delivered to this address.")
          .build();
    }
    return body.add("status", "DONE")
        .add("result", Json.createObjectBuilder().add(order.service().target(), order.target()).add("reference", reference))
        .build();
  }

  private static Effect effect(Order order, Instant now, Answer answer) {
    return new Effect(
        order.key(), order.service(), order.target(), order.fingerprint(), answer.status(), answer.body(),
        order.body(), now, Optional.empty());
  }
}
