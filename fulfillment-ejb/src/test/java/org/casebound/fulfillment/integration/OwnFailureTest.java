package org.casebound.fulfillment.integration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.RetryableUnavailableException;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFailureTest {
  private static Outcome.Failed failed(Failure kind, String code) {
    return new Outcome.Failed(kind, code, "", Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    // kind, code, says nothing of the back office, congestion
    "TRANSIENT,       CONNECTOR_BUSY,        true,  true",
    "TRANSIENT,       NO_THREAD,             true,  true",
    "TRANSIENT,       NO_STREAM,             true,  true",
    "PERMANENT,       CONNECTOR_KIND,        true,  false",
    "PERMANENT,       TRANSACTION_UNSAFE,    true,  false",
    "PERMANENT,       INTG-001,              true,  false",
    "UNKNOWN_OUTCOME, TRIES_USED_UP,         true,  false",
    "UNKNOWN_OUTCOME, IN_DOUBT,              true,  false",
    "TRANSIENT,       CONNECTOR_UNAVAILABLE, false, false",
    "TRANSIENT,       CONNECTOR_MISSING,     false, false",
    "TRANSIENT,       HTTP_503,              false, false",
    "UNKNOWN_OUTCOME, READ_TIMEOUT,          false, false",
    "UNKNOWN_OUTCOME, ASK_AGAIN,             false, false",
    "PERMANENT,       HTTP_400,              false, false"
  })
  void saysNothingOfTheBackOfficeWhenNothingWasSent(Failure kind, String code, boolean own, boolean congestion) {
    assertThat(OwnFailure.is(failed(kind, code))).isEqualTo(own);
    assertThat(OwnFailure.isCongestion(failed(kind, code))).isEqualTo(congestion);
  }

  @Test
  void anAnswerIsTheBackOfficesOwn() {
    assertThat(OwnFailure.is(new Outcome.Done(Map.of()))).isFalse();
    assertThat(OwnFailure.is(new Outcome.Rejected("CARD-001", "No."))).isFalse();
  }

  /** As WildFly's pool says it, and as the specification would have it. */
  @Test
  void knowsAPoolWhoseConnectionsAreAllInUse() {
    ResourceException waited = new ResourceException("IJ000655: No managed connections available within configured blocking timeout (5000 [ms])");
    assertThat(OwnFailure.isExhaustion(new ResourceException("IJ000453: Unable to get managed connection for java:/eis/Core", waited))).isTrue();
    assertThat(OwnFailure.isExhaustion(new RetryableUnavailableException("later"))).isTrue();
    assertThat(OwnFailure.isExhaustion(new ResourceException("IJ000453: Unable to get managed connection", new ResourceException("refused"))))
        .isFalse();
    assertThat(OwnFailure.isExhaustion(new ResourceException())).isFalse();
  }
}
