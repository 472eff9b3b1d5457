package org.casebound.e2e.arch.bad.r2a.domain.cases;

import org.casebound.e2e.arch.bad.r2a.domain.flow.LaterFeature;

class EarlierFeature {
  private LaterFeature later;
}
