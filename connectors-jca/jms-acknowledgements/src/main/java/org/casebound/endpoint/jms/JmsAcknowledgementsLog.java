package org.casebound.endpoint.jms;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** The reply queue's messages to the operator, CBD21500 to CBD21599. Ids are never used again. */
@MessageLogger(projectCode = "CBD", length = 5)
interface JmsAcknowledgementsLog extends BasicLogger {
  JmsAcknowledgementsLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), JmsAcknowledgementsLog.class, "org.casebound.endpoint.jms");

  // 21501 is retired: a reply that can not be read is not delivered again any more.

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 21502, value = "The reply %s of %s could not be stored, delivery %d; the broker delivers it again.")
  void notStored(String messageId, String connector, int delivery, @Cause Exception cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 21503, value = "The reply %s of %s can not be read; it is in the reply inbox, for a person: %s")
  void unreadable(String messageId, String connector, String reason);
}
