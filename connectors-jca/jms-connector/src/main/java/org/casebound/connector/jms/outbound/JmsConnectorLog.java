package org.casebound.connector.jms.outbound;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.MessageLogger;

/** The JMS connector's messages to the operator, CBD21400 to CBD21499; none so far but debug lines without a code. */
@MessageLogger(projectCode = "CBD", length = 5)
interface JmsConnectorLog extends BasicLogger {
  JmsConnectorLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), JmsConnectorLog.class, "org.casebound.connector.jms");
}
