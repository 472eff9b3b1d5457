package org.casebound.connector.jms;

import org.casebound.connector.tck.ConnectorContract;
import org.casebound.connector.tck.Rig;

/** With a back office that answers at once: the one way in which a queue can say no. */
class JmsConnectorContractTest extends ConnectorContract {
  @Override
  protected Rig newRig() {
    return new JmsRig().withBank();
  }
}
