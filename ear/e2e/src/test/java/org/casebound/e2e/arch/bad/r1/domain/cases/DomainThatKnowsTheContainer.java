package org.casebound.e2e.arch.bad.r1.domain.cases;

import jakarta.annotation.Resource;

class DomainThatKnowsTheContainer {
  @Resource private Object container;
}
