package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.integration.Circuits;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Whether a call may go out: the circuit of its connector, and the switch of its integration. Asking costs no statement. */
@Dependent
class CallGate {
  @Inject private Circuits circuits;
  @Inject private ProcessCatalog catalog;
  @Inject private FulfillmentSettings settings;

  /**
   * Lets the try wait, if it may not go out: parked until the circuit closes, or with a time at which it asks again for the switch.
   *
   * @param process name of the process whose flow calls
   * @return why it waits, for people; empty when it may go out
   */
  Optional<String> keepBack(StepAttempt attempt, String process, IntegrationDefinition definition, Instant now) {
    Optional<String> stopped = circuits.stopped(attempt.connector());
    boolean accepted = attempt.state() == AttemptState.ACCEPTED;
    Instant later = now.plus(settings.circuit().probeInterval());
    if (stopped.isPresent() && accepted) {
      attempt.askLater(later);
    } else if (stopped.isPresent()) {
      attempt.park(stopped.get(), now);
    } else if (!isActive(process, definition)) {
      String off = off(definition);
      attempt.postpone(accepted ? attempt.message() : off, later);
      return Optional.of(off);
    }
    return stopped;
  }

  /** The switch of the version that is active now counts: the runs of older versions could not be switched otherwise. */
  private boolean isActive(String process, IntegrationDefinition definition) {
    return catalog
        .active(process)
        .flatMap(published -> published.bundle().integration(definition.name()))
        .map(IntegrationDefinition::active)
        .orElse(definition.active());
  }

  private static String off(IntegrationDefinition definition) {
    return "The integration '%s' is switched off. The step goes on when a version of the process is active that has it switched on."
        .formatted(definition.label());
  }
}
