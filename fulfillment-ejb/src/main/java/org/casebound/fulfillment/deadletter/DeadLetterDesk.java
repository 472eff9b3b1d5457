package org.casebound.fulfillment.deadletter;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.integration.DeadLetterOffice;
import org.casebound.fulfillment.studio.ProcessCatalog;

/**
 * Where operators decide on messages that nobody could take. It calls over the network, so it has no transaction; who did what and why is in the
 * log, for the broker keeps nothing of a message that is gone.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadLetterDesk {
  @Inject private ProcessCatalog catalog;
  @Inject private DeadLetterOffice office;
  @Resource private SessionContext context;

  /**
   * The dead letters of a connector, the oldest first.
   *
   * @param size how many to show, 1 to 100
   * @throws UnknownRecord when no active process calls through such a connector
   * @throws RuleViolation DEAD-001 when it shows none, DEAD-002 when its broker can not be reached
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public DeadLetters look(String connector, int size) {
    return DeadLetters.of(office.look(jndiName(connector), size));
  }

  /**
   * Puts a letter back into the queue that it came from, where it is delivered again.
   *
   * @throws UnknownRecord when there is no such connector or letter
   * @throws RuleViolation those of {@link #look}, and DEAD-003 when it is not known where it came from
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public void sendBack(String connector, String id, String reason) {
    office.sendBack(jndiName(connector), id);
    FulfillmentLog.LOG.deadLetterSentBack(id, connector, Caller.of(context).name(), reason.strip());
  }

  /**
   * Throws a letter away.
   *
   * @throws UnknownRecord when there is no such connector or letter
   * @throws RuleViolation those of {@link #look}
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public void discard(String connector, String id, String reason) {
    office.discard(jndiName(connector), id);
    FulfillmentLog.LOG.deadLetterDiscarded(id, connector, Caller.of(context).name(), reason.strip());
  }

  private String jndiName(String connector) {
    return catalog.active().stream()
        .flatMap(process -> process.bundle().integrations().stream())
        .filter(integration -> integration.connectorName().equals(connector))
        .findFirst()
        .map(IntegrationDefinition::connector)
        .orElseThrow(() -> new UnknownRecord("connector", connector));
  }
}
