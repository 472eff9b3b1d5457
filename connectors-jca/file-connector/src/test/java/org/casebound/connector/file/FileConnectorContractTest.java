package org.casebound.connector.file;

import org.casebound.connector.tck.ConnectorContract;
import org.casebound.connector.tck.Rig;

class FileConnectorContractTest extends ConnectorContract {
  @Override
  protected Rig newRig() {
    return new FileRig();
  }
}
