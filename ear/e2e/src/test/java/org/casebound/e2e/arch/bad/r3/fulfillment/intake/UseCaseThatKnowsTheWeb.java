package org.casebound.e2e.arch.bad.r3.fulfillment.intake;

import jakarta.ws.rs.core.Response;

class UseCaseThatKnowsTheWeb {
  private Response response;
}
