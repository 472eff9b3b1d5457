package org.casebound.fulfillment.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.engine.EventDelivery;
import org.casebound.fulfillment.persistence.CaseEventRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** The transaction that stores an event and moves the flows on that await it. Not for callers outside the module. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class CaseEventFiling {
  @Inject private CaseEventRepository events;
  @Inject private EventDelivery delivery;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private Clock clock;

  /** Stores the event and tells it to the flows of the case. */
  public CaseEvent.State file(long caseId, String eventId, String name, Map<String, Object> data, String sender) {
    Optional<CaseEvent.State> known = answerTo(caseId, eventId, name, data);
    if (known.isPresent()) {
      return known.get();
    }
    Instant now = clock.instant();
    CaseEvent event = new CaseEvent(ids.next(RecordKind.CASE_EVENT), caseId, eventId, name, data, sender, now);
    records.add(event);
    if (delivery.tell(caseId, name, data, sender)) {
      event.take(now);
    }
    return event.state();
  }

  /**
   * The answer that was given to the event before.
   *
   * @throws RuleViolation EVENT-002 when it said something else then
   */
  public Optional<CaseEvent.State> answerTo(long caseId, String eventId, String name, Map<String, Object> data) {
    Optional<CaseEvent> known = events.find(caseId, eventId);
    if (known.filter(event -> !event.isSame(name, data)).isPresent()) {
      throw new RuleViolation(
          "EVENT-002", "The case knows another event '%s'; give a new event an id of its own.".formatted(eventId));
    }
    return known.map(CaseEvent::firstAnswer);
  }
}
