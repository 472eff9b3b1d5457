package org.casebound.endpoint.jms;

import org.casebound.connector.tck.AcknowledgementContract;
import org.casebound.connector.tck.InboundRig;

/** With a real broker in between, which delivers again what is given back. */
class JmsAcknowledgementContractTest extends AcknowledgementContract {
  @Override
  protected InboundRig newRig() {
    return new ReplyQueueRig();
  }
}
