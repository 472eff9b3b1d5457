package org.casebound.demobank;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** The bank's messages to the operator, CBD29000 to CBD29999. */
@MessageLogger(projectCode = "CBD", length = 5)
public interface DemoBankLog extends BasicLogger {
  DemoBankLog LOG = Logger.getMessageLogger(
      java.lang.invoke.MethodHandles.lookup(), DemoBankLog.class, "org.casebound.demobank");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 29001, value = "The demo bank keeps its books in %s and acknowledges to %s. It is for demonstrations only.")
  void opened(String journal, String receivers);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 29002, value = "The demo bank gives up sending the acknowledgement of %s; the last answer was %d.")
  void acknowledgementGivenUp(String reference, int status);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 29003, value = "The demo bank has no secret to sign acknowledgements with (system property %s); it uses one that no receiver knows.")
  void noSecret(String property);
}
