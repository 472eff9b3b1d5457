package org.casebound.fulfillment.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.CaseRepository;

/** Where events from outside come in: stored first, then told to the flows of their case. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseEvents {
  private static final int MAX_ID = 200;
  private static final int MAX_NAME = 80;

  @Inject private CaseEventFiling filing;
  @Inject private CaseRepository cases;
  @Resource private SessionContext context;

  /**
   * Takes in one event. When this returns it is committed, so the sender may be answered.
   *
   * @param eventId the sender's own id of it, 1 to {@value #MAX_ID} letters; the same one again gets the first answer and changes
   *     nothing
   * @param name name of the event, 1 to {@value #MAX_NAME} letters
   * @return whether a step awaited it; otherwise it waits for one
   * @throws UnknownRecord when there is no such case
   * @throws RuleViolation EVENT-001 when id or name are missing or too long, EVENT-002 when the case knows another event of that id
   */
  @RolesAllowed({Caller.INTEGRATION, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public CaseEvent.State receive(String caseNumber, String eventId, String name, Map<String, Object> data) {
    if (eventId.isBlank() || eventId.length() > MAX_ID || name.isBlank() || name.length() > MAX_NAME) {
      throw new RuleViolation(
          "EVENT-001",
          "An event has an id of 1 to %d and a name of 1 to %d letters.".formatted(MAX_ID, MAX_NAME));
    }
    long caseId =
        CaseNumber.parse(caseNumber)
            .map(CaseNumber::id)
            .filter(id -> cases.find(id).isPresent())
            .orElseThrow(() -> new UnknownRecord("case", caseNumber));
    try {
      return filing.file(caseId, eventId, name, data, Caller.of(context).name());
    } catch (EJBException failure) {
      // Two copies at the same moment: the second one broke the unique key, and is known now.
      return filing.answerTo(caseId, eventId, name, data).orElseThrow(() -> failure);
    }
  }
}
