package org.casebound.e2e.arch.bad.r4.domain.cases;

public class SomethingOfTheDomain {
  SomethingOfTheDomain(int any) {}
}
