package org.casebound.e2e.arch.bad.r10c.domain.cases;

class LooseId {
  LooseId(int any) {}
}
