package org.casebound.e2e.arch.bad.r12a.domain.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PostPersist;

class BusyCallback {
  @PostPersist
  void saved(Object entity) {
    entities().persist(entity);
  }

  private EntityManager entities() {
    throw new UnsupportedOperationException();
  }
}
