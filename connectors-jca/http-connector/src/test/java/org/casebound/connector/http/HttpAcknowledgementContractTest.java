package org.casebound.connector.http;

import org.casebound.connector.tck.AcknowledgementContract;
import org.casebound.connector.tck.InboundRig;

class HttpAcknowledgementContractTest extends AcknowledgementContract {
  @Override
  protected InboundRig newRig() {
    return new HttpInboundRig();
  }
}
