package org.casebound.web.api;

import static org.casebound.web.api.ApiLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.casebound.connector.api.WebhookSignature;
import org.casebound.connector.api.WebhookSignatureException;
import org.casebound.web.api.problem.Problem;
import org.casebound.web.api.problem.ProblemException;
import org.casebound.web.api.problem.ProblemType;

/** Checks that an acknowledgement was signed with a secret of its connector. Thread-safe. */
@ApplicationScoped
public class AcknowledgementSignatures {
  @Inject ApiSettings settings;
  @Inject Clock clock;

  /**
   * Checks the Standard Webhooks headers.
   *
   * @return when the sender signed it
   * @throws ProblemException 403 when the signature does not fit, 404 when no secret is configured for the connector
   */
  public Instant verify(String connector, HttpHeaders headers, byte[] body) {
    List<String> secrets = settings.acknowledgementSecrets(connector);
    if (secrets.isEmpty()) {
      LOG.noAcknowledgementSecret(connector, connector);
      throw new ProblemException(
          Problem.of(ProblemType.NOT_FOUND, "No connector '%s' may send acknowledgements here.".formatted(connector)));
    }
    try {
      return new WebhookSignature(secrets, WebhookSignature.DEFAULT_TOLERANCE, clock)
          .verify(
              headers.getHeaderString(WebhookSignature.ID),
              headers.getHeaderString(WebhookSignature.TIMESTAMP),
              headers.getHeaderString(WebhookSignature.SIGNATURE),
              body);
    } catch (WebhookSignatureException e) {
      LOG.acknowledgementSignatureRefused(connector, e.getMessage());
      throw new ProblemException(Problem.of(ProblemType.SIGNATURE_REFUSED, e.getMessage()));
    }
  }
}
