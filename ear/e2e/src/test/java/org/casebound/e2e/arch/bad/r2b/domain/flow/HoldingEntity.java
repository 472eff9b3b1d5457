package org.casebound.e2e.arch.bad.r2b.domain.flow;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.casebound.e2e.arch.bad.r2b.domain.cases.HeldEntity;

@Entity
class HoldingEntity {
  @Id private long id;
  @ManyToOne private HeldEntity held;

  protected HoldingEntity() {}
}
