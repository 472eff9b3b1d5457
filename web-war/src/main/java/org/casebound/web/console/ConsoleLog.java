package org.casebound.web.console;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Log messages of the console: CBD31000 to CBD31999. Retired ids are kept here and never used again: none yet. */
@MessageLogger(projectCode = "CBD", length = 5)
interface ConsoleLog extends BasicLogger {
  ConsoleLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ConsoleLog.class, "org.casebound.web.console");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 31001, value = "The page %s failed; the reader was shown the incident number %s")
  void pageFailed(String page, String incident, @Cause Throwable cause);
}
