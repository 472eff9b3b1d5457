package org.casebound.connector.file;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** The file connector's messages to the operator, CBD21200 to CBD21299. Ids are never used again. */
@MessageLogger(projectCode = "CBD", length = 5)
public interface FileConnectorLog extends BasicLogger {
  FileConnectorLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), FileConnectorLog.class, "org.casebound.connector.file");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 21201, value = "Taking acknowledgement files of %s from %s.")
  void watching(String connector, String folder);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 21202, value = "Taking no acknowledgement files of %s: its activation has enabled=false.")
  void notWatching(String connector);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 21203, value = "The acknowledgement file %s of %s was put into the folder \"failed\": %s")
  void failed(String file, String connector, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 21204, value = "The acknowledgement file %s of %s could not be delivered now; it will be tried again.")
  void notDelivered(String file, String connector, @Cause Exception cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 21205, value = "The folder %s of %s can not be read; trying again.")
  void folderFailed(String folder, String connector, @Cause Exception cause);
}
