package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.casebound.fulfillment.intake.IntakeKey;

/** Idempotency keys that were used. Works in the caller's transaction. */
@Dependent
public class IntakeKeyRepository {
  @Inject private EntityManager entities;

  public Optional<IntakeKey> find(IntakeKey.Id id) {
    return Optional.ofNullable(entities.find(IntakeKey.class, id));
  }
}
