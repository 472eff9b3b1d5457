package org.casebound.e2e.arch.bad.r4.connector.http;

import org.casebound.e2e.arch.bad.r4.domain.cases.SomethingOfTheDomain;

class ConnectorThatKnowsTheDomain {
  private SomethingOfTheDomain known;
}
