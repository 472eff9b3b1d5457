package org.casebound.connector.mail;

import org.casebound.connector.tck.ConnectorContract;
import org.casebound.connector.tck.Rig;

class MailConnectorContractTest extends ConnectorContract {
  @Override
  protected Rig newRig() {
    return new MailRig();
  }
}
