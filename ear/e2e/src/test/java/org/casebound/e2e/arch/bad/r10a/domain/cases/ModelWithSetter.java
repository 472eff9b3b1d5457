package org.casebound.e2e.arch.bad.r10a.domain.cases;

class ModelWithSetter {
  private int state;

  public void setState(int state) {
    this.state = state;
  }

  int state() {
    return state;
  }
}
