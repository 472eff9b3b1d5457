package org.casebound.fulfillment.persistence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Hands the container's entity manager to the repositories. It is an enterprise bean because the server resolves a persistence
 * unit of an EAR's module for those, but looks for it too early for plain CDI beans.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class EntityManagerSource {
  @PersistenceContext private EntityManager entities;

  /** The entity manager of whatever transaction is running when it is used; may be shared between threads. */
  @Produces
  public EntityManager entityManager() {
    return entities;
  }
}
