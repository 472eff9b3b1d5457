package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.integration.CircuitState;

/**
 * A connector that active processes call through.
 *
 * @param name its short name, under which acknowledgements come in
 * @param jndiName where its connection factory is bound
 * @param level what the connector states about itself, and so whether a failed call is repeated by itself
 * @param contract version of the connector contract that the level was tested against; 0 where nothing is stated
 * @param state whether calls go out
 * @param since when that changed last; empty when it never did
 * @param reason why; empty text when it never changed
 * @param changedBy who did it: a user, or the system
 * @param nextProbe when the back office is asked next whether it works again
 * @param parked tries that wait until calls go out again
 * @param resuming whether parked tries are being resumed
 * @param integrations names of the integrations that use it
 * @param operations what it can do, when that is a fixed list; empty when an operation is a text of some form, or nobody can tell
 */
public record ConnectorView(
    String name,
    String jndiName,
    String level,
    int contract,
    CircuitState state,
    Optional<Instant> since,
    String reason,
    String changedBy,
    Optional<Instant> nextProbe,
    long parked,
    boolean resuming,
    List<String> integrations,
    List<String> operations) {
  public ConnectorView {
    operations = List.copyOf(operations);
    integrations = List.copyOf(integrations);
  }

  /**
   * One change of a connector's circuit.
   *
   * @param actor a user, or the system
   */
  public record Change(Instant at, String actor, CircuitState from, CircuitState to, String why) {}
}
