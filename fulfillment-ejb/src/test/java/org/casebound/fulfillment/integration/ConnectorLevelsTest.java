package org.casebound.fulfillment.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.casebound.connector.api.ConformanceLevel;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.IntegrationMode;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.domain.integration.UnknownOutcomePolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorLevelsTest {
  /** What the engine does by itself, for each level. */
  @ParameterizedTest
  @CsvSource({
    // kind, code, policy, UNPROVEN, HONEST, REPEATABLE, VERIFIABLE
    "PERMANENT,       HTTP_400,              VERIFY,   false, false, false, false",
    "TRANSIENT,       HTTP_503,              VERIFY,   false, true,  true,  true",
    "TRANSIENT,       CONNECTOR_UNAVAILABLE, VERIFY,   true,  true,  true,  true",
    "TRANSIENT,       CONNECTOR_BUSY,        INCIDENT, true,  true,  true,  true",
    "TRANSIENT,       CONNECTOR_MISSING,     INCIDENT, true,  true,  true,  true",
    "UNKNOWN_OUTCOME, TIMED_OUT,             INCIDENT, false, false, false, false",
    "UNKNOWN_OUTCOME, TIMED_OUT,             VERIFY,   false, false, false, false",
    "UNKNOWN_OUTCOME, TIMED_OUT,             RESEND,   false, false, true,  true",
    "UNKNOWN_OUTCOME, ASK_AGAIN,             VERIFY,   false, false, false, true"
  })
  void repeatsOnlyWhatTheLevelAllows(
      Failure kind, String code, UnknownOutcomePolicy policy, boolean unproven, boolean honest, boolean repeatable, boolean verifiable) {
    Outcome.Failed failed = new Outcome.Failed(kind, code, "", Optional.empty());
    IntegrationDefinition definition =
        new IntegrationDefinition(
            "Book", "Book", "java:/eis/CoreBanking", "POST /bookings", IntegrationMode.SERVICE, List.of(), List.of(), List.of(),
            IntegrationDefinition.DEFAULT_TIMEOUT, IntegrationDefinition.DEFAULT_ACKNOWLEDGEMENT_TIMEOUT, RetryPolicy.DEFAULT, policy,
            PayloadLog.OFF, true, Optional.empty());
    assertThat(List.of(ConformanceLevel.values()))
        .extracting(level -> ConnectorLevels.mayRepeat(definition, failed, level))
        .containsExactly(unproven, honest, repeatable, verifiable);
  }
}
