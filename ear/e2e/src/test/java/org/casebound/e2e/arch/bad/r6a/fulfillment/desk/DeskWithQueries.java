package org.casebound.e2e.arch.bad.r6a.fulfillment.desk;

import jakarta.persistence.EntityManager;

class DeskWithQueries {
  private EntityManager entities;
}
