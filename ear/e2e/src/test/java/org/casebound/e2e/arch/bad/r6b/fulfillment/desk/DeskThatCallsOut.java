package org.casebound.e2e.arch.bad.r6b.fulfillment.desk;

import jakarta.resource.cci.ConnectionFactory;

class DeskThatCallsOut {
  private ConnectionFactory backOffice;
}
