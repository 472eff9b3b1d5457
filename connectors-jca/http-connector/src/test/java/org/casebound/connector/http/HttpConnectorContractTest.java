package org.casebound.connector.http;

import org.casebound.connector.tck.ConnectorContract;
import org.casebound.connector.tck.Rig;

class HttpConnectorContractTest extends ConnectorContract {
  @Override
  protected Rig newRig() {
    return new HttpRig();
  }
}
