package org.casebound.connector.http;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** The HTTP connector's messages to the operator, CBD20000 to CBD20999. Ids are never used again. */
@MessageLogger(projectCode = "CBD", length = 5)
public interface HttpConnectorLog extends BasicLogger {
  HttpConnectorLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), HttpConnectorLog.class, "org.casebound.connector.http");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 20001, value = "Taking acknowledgements of %s at http://%s:%d%s.")
  void listening(String connector, String address, int port, String path);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 20002, value = "Taking no acknowledgements of %s: its activation has enabled=false.")
  void notListening(String connector);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 20003, value = "An acknowledgement of %s could not be delivered; its sender is told to send again.")
  void notDelivered(String connector, @Cause Exception cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 20004, value = "Refused an acknowledgement of %s from %s: %s")
  void refused(String connector, String sender, String reason);

  // 20005 is retired: 21001 says it for all connectors.

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 20006, value = "Can not take acknowledgements of %s at %s: %s. Trying again until the port is free.")
  void portTaken(String connector, String address, String reason);
}
