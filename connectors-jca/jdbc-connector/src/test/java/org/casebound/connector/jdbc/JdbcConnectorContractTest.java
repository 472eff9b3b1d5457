package org.casebound.connector.jdbc;

import org.casebound.connector.tck.ConnectorContract;
import org.casebound.connector.tck.Rig;

class JdbcConnectorContractTest extends ConnectorContract {
  @Override
  protected Rig newRig() {
    return new JdbcRig();
  }
}
