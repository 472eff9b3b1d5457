package org.casebound.e2e.arch.bad.r2b.domain.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class HeldEntity {
  @Id private long id;

  protected HeldEntity() {}
}
