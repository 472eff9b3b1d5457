package org.casebound.connector.jdbc.outbound;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.MessageLogger;

/** The JDBC connector's messages to the operator, CBD21100 to CBD21199; none so far but debug lines without a code. */
@MessageLogger(projectCode = "CBD", length = 5)
interface JdbcConnectorLog extends BasicLogger {
  JdbcConnectorLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), JdbcConnectorLog.class, "org.casebound.connector.jdbc");
}
