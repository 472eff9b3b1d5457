package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.cases.MilestoneState;

/** Promised times of cases. Works in the caller's transaction. */
@Dependent
public class MilestoneRepository {
  private static final EnumSet<MilestoneState> OPEN =
      EnumSet.of(MilestoneState.RUNNING, MilestoneState.PAUSED, MilestoneState.VIOLATED);

  @Inject private EntityManager entities;

  /** An id for a new milestone. */
  public long nextId() {
    return ((Number) entities.createNativeQuery("select next value for milestone_seq").getSingleResult()).longValue();
  }

  public void add(Milestone milestone) {
    entities.persist(milestone);
  }

  public Optional<Milestone> find(long id) {
    return Optional.ofNullable(entities.find(Milestone.class, id));
  }

  /** All milestones of a case, oldest first. */
  public List<Milestone> of(long caseId) {
    return entities
        .createQuery("select m from Milestone m where m.caseId = :case order by m.id", Milestone.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** Those of them that have not ended. */
  public List<Milestone> openOf(long caseId) {
    return entities
        .createQuery("select m from Milestone m where m.caseId = :case and m.state in :open order by m.id", Milestone.class)
        .setParameter("case", caseId)
        .setParameter("open", OPEN)
        .getResultList();
  }
}
