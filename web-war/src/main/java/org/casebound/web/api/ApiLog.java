package org.casebound.web.api;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the REST API tells an operator: CBD30000 to CBD30999. */
@MessageLogger(projectCode = "CBD", length = 5)
public interface ApiLog extends BasicLogger {
  /** The log of the API. */
  ApiLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ApiLog.class, "org.casebound.web.api");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 30001, value = "Incident %s: %s %s failed. The caller was given the incident's name only.")
  void callFailed(String incident, String method, String path, @Cause Throwable failure);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 30002,
      value = "An acknowledgement of connector '%s' was refused: no secret is configured. Set casebound.acknowledgements.%s.secrets.")
  void noAcknowledgementSecret(String connector, String sameConnector);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 30003, value = "An acknowledgement of connector '%s' was refused: %s")
  void acknowledgementSignatureRefused(String connector, String reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 30004, value = "A request from another site was refused: %s %s")
  void crossSiteRequestRefused(String method, String path);
}
