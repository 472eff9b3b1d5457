package org.casebound.e2e.arch.bad.r10b.domain.cases;

class ModelMadeEmpty {
  public ModelMadeEmpty() {}
}
