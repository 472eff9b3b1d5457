package org.casebound.fulfillment.trial;

import java.util.Map;
import java.util.Optional;
import org.casebound.domain.integration.IntegrationMode;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.fulfillment.integration.ConnectorHealth;

/** What is shown of integrations and of trying them. */
public final class IntegrationViews {
  private IntegrationViews() {}

  /**
   * An integration of an active process.
   *
   * @param connector short name of its connector
   * @param jndiName where the connector's connection factory is bound
   */
  public record Line(
      String process,
      int processVersion,
      String name,
      String label,
      String connector,
      String jndiName,
      String operation,
      IntegrationMode mode,
      PayloadLog payloadLog,
      boolean active) {}

  /**
   * What the mappings make of a sample; nothing was sent.
   *
   * @param request what would be sent
   * @param outputs what would be taken from the answer; empty when none was given
   */
  public record Preview(Map<String, Object> request, Optional<Map<String, Object>> outputs) {}

  /**
   * Whether a back office can be reached now.
   *
   * @param state {@code UP}, {@code DOWN}, or {@code UNKNOWN}: its connector has no way to ask
   * @param message the reason in a sentence; may be empty
   */
  public record Health(String state, String message) {
    static Health of(ConnectorHealth health) {
      return new Health(health.state().name(), health.message());
    }
  }

  /**
   * A test.
   *
   * @param request what was sent, or would be
   * @param health whether the back office can be reached
   * @param answer what came back; empty when nothing was sent
   */
  public record Tested(Map<String, Object> request, Health health, Optional<Answer> answer) {}

  /**
   * What came back of a real call.
   *
   * @param idempotencyKey under which the back office knows it
   * @param outcome {@code DONE}, {@code ACCEPTED}, {@code REJECTED} or {@code FAILED}
   * @param code the reason of a refusal or failure; empty text otherwise
   * @param message the same in a sentence; the reference of an accepted call
   * @param reply the answer, masked where it may hold personal data that the caller may not see
   */
  public record Answer(String idempotencyKey, String outcome, String code, String message, Object reply) {}
}
