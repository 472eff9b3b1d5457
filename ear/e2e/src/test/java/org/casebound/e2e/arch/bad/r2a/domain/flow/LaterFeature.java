package org.casebound.e2e.arch.bad.r2a.domain.flow;

public class LaterFeature {
  LaterFeature(int any) {}
}
