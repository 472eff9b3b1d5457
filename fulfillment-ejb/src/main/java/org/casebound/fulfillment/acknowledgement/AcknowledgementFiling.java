package org.casebound.fulfillment.acknowledgement;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.Receipt;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.ReplyState;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.engine.AcknowledgedSteps;
import org.casebound.fulfillment.engine.FlowInHand;
import org.casebound.fulfillment.engine.ReplyValues;
import org.casebound.fulfillment.notice.Changed;
import org.casebound.fulfillment.notice.Topic;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.persistence.AttemptRepository.CallKey;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.persistence.ReplyInboxRepository;

/** The transaction that stores an acknowledgement and moves its flow on. Not for callers outside the module. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class AcknowledgementFiling {
  @Inject private ReplyInboxRepository inbox;
  @Inject private AttemptRepository attempts;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private AcknowledgedSteps steps;
  @Inject private Event<Changed> changed;
  @Inject private Clock clock;

  /** Stores an acknowledgement and applies it if its step waits for it. */
  public Receipt file(Acknowledgement acknowledgement) {
    if (isCopy(acknowledgement)) {
      return Receipt.DUPLICATE;
    }
    Optional<CallKey> call = callOf(acknowledgement);
    if (call.isEmpty() && acknowledgement.correlationKey().isPresent()) {
      records.add(entry(acknowledgement, ReplyState.UNMATCHED));
      FulfillmentLog.LOG.strangerAcknowledgement(acknowledgement.messageId(), acknowledgement.connector());
      return Receipt.UNKNOWN;
    }
    ReplyInboxEntry entry = entry(acknowledgement, ReplyState.WAITING);
    boolean matched = call.isPresent() && steps.acknowledge(call.get(), entry);
    records.add(entry);
    return matched ? Receipt.MATCHED : Receipt.WAITING;
  }

  /**
   * Stores an acknowledgement and applies it to the flow in hand that waits for it.
   *
   * @throws jakarta.ejb.EJBException when somebody changed the flow meanwhile, or the message was received before; nothing is stored
   *     then, and what was in hand is worthless
   */
  public void file(Acknowledgement acknowledgement, FlowInHand waiting) {
    ReplyInboxEntry entry = entry(acknowledgement, ReplyState.WAITING);
    steps.acknowledge(waiting, entry);
    records.add(entry);
    records.save();
  }

  private ReplyInboxEntry entry(Acknowledgement acknowledgement, ReplyState state) {
    return new ReplyInboxEntry(
        ids.next(RecordKind.REPLY),
        acknowledgement.connector(),
        acknowledgement.messageId(),
        acknowledgement.reference().orElse(null),
        acknowledgement.correlationKey().orElse(null),
        state,
        ReplyValues.of(acknowledgement.outcome()),
        clock.instant());
  }

  /** Whether the message was received before; counts it then. */
  public boolean isCopy(Acknowledgement acknowledgement) {
    boolean copy = inbox.find(acknowledgement.connector(), acknowledgement.messageId()).isPresent();
    if (copy) {
      inbox.countCopy(acknowledgement.connector(), acknowledgement.messageId());
      changed.fire(new Changed(Topic.CALLS));
    }
    return copy;
  }

  private Optional<CallKey> callOf(Acknowledgement acknowledgement) {
    return acknowledgement
        .correlationKey()
        .flatMap(attempts::callOf)
        .or(
            () ->
                acknowledgement
                    .reference()
                    .flatMap(reference -> attempts.callOf(acknowledgement.connector(), reference)));
  }
}
