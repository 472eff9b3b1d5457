package org.casebound.connector.file;

import org.casebound.connector.tck.AcknowledgementContract;
import org.casebound.connector.tck.InboundRig;

class FileAcknowledgementContractTest extends AcknowledgementContract {
  @Override
  protected InboundRig newRig() {
    return new FileInboundRig();
  }
}
