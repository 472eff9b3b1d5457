package org.casebound.connector.base;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jspecify.annotations.Nullable;

/** Messages to the operator that every connector may write, CBD21000 to CBD21099. Ids are never used again. */
@MessageLogger(projectCode = "CBD", length = 5)
interface ConnectorLog extends BasicLogger {
  ConnectorLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ConnectorLog.class, "org.casebound.connector");

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 21001, value = "The connection to %s broke and is taken out of the pool.")
  void connectionBroke(String backOffice);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 21002, value = "The connector failed in a way that it does not know while it carried out \"%s\".")
  void failed(String operation, @Nullable @Cause Throwable cause);
}
