package org.casebound.fulfillment.config;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the operator of a server is told about its start and its end. Ids 19000-19099; none is retired. */
@MessageLogger(projectCode = "CBD", length = 5)
interface ServerMessages extends BasicLogger {

  ServerMessages LOG = Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), ServerMessages.class, "org.casebound.server");

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 19001,
      value =
          "Casebound is started. A new server has no user: add one with "
              + "bin/add-user.sh -a -u <name> -p <password> -g requester (or agent, lead, process-owner, operator, "
              + "administrator, integration, and the names of queues), or connect it to an OpenID provider; see docs/operations.md")
  void startedWithoutWelcome();

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 19002, value = "Casebound is ready.%n%n%s")
  void ready(String welcome);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 19003, value = "The welcome text %s can not be read: %s")
  void welcomeUnreadable(String file, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 19004, value = "Casebound is started, but %s did not answer at %d tries, a second apart: look for errors above")
  void consoleSilent(String address, int tries);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 19005, value = "The process that started this server (%d) is gone: the server stops")
  void parentGone(long pid);
}
