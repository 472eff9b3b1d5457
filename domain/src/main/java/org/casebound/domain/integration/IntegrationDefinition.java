package org.casebound.domain.integration;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.shared.Sensitivity;

/**
 * A named link to a back office (specification, section G).
 *
 * @param name API name, unique in the bundle
 * @param label what people call it, e.g. "Core banking: update address"
 * @param connector JNDI name of a JCA connection factory, e.g. {@code java:/eis/CoreBanking}
 * @param operation the connector's operation, e.g. {@code PUT /customers/{customerId}/address}
 * @param mode whether an acknowledgement may follow
 * @param inputs what a call gives
 * @param request how what is sent is made of the inputs, each target a JSON pointer; without rows the inputs are sent as they are
 * @param outputs values taken from the answer, each target the name of a variable
 * @param timeout how long one try may take, > 0; default PT10S
 * @param acknowledgementTimeout how long to wait for the acknowledgement before asking; default PT1H
 * @param retry tries and pauses
 * @param unknownOutcome what to do when the effect is in doubt
 * @param payloadLog what is kept of what was sent and answered; default MASKED
 * @param active whether calls go out; the switch of the version that is active now counts for the runs of all versions
 * @param clearance the most sensitive values of a request that may be sent to the back office; empty: it was not said, and drafts are warned of personal data
 */
public record IntegrationDefinition(
    String name,
    String label,
    String connector,
    String operation,
    IntegrationMode mode,
    List<InputDefinition> inputs,
    List<MappingRow> request,
    List<MappingRow> outputs,
    Duration timeout,
    Duration acknowledgementTimeout,
    RetryPolicy retry,
    UnknownOutcomePolicy unknownOutcome,
    PayloadLog payloadLog,
    boolean active,
    Optional<Sensitivity> clearance) {
  /** Default time for one try. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  /** Default wait for an acknowledgement. */
  public static final Duration DEFAULT_ACKNOWLEDGEMENT_TIMEOUT = Duration.ofHours(1);

  public IntegrationDefinition {
    inputs = List.copyOf(inputs);
    request = List.copyOf(request);
    outputs = List.copyOf(outputs);
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be positive");
    }
  }

  /**
   * The connector's short name, under which its acknowledgements come in: the last part of its JNDI name in lower case, words
   * parted by hyphens, e.g. {@code core-banking} for {@code java:/eis/CoreBanking}.
   */
  public String connectorName() {
    String last = connector.substring(connector.lastIndexOf('/') + 1);
    return last.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
