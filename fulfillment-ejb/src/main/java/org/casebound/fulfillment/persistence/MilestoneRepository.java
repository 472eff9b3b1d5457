package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.cases.MilestoneState;

/** Promised times of cases. Works in the caller's transaction. */
@Dependent
public class MilestoneRepository {
  private static final EnumSet<MilestoneState> OPEN =
      EnumSet.of(MilestoneState.RUNNING, MilestoneState.PAUSED, MilestoneState.VIOLATED);

  @Inject private EntityManager entities;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;

  /** An id for a new milestone. */
  public long nextId() {
    return ids.next(RecordKind.MILESTONE);
  }

  public void add(Milestone milestone) {
    records.add(milestone);
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

  /** The milestones of a case that have not ended, those included that are not in the database yet. */
  public List<Milestone> openOf(Case owner) {
    Stream<Milestone> fresh = records.of(Milestone.class).stream().filter(one -> one.caseId() == owner.id() && one.state().open());
    return Stream.concat(records.holds(owner) ? Stream.empty() : storedOpenOf(owner.id()).stream(), fresh).toList();
  }

  private List<Milestone> storedOpenOf(long caseId) {
    return entities
        .createQuery("select m from Milestone m where m.caseId = :case and m.state in :open order by m.id", Milestone.class)
        .setParameter("case", caseId)
        .setParameter("open", OPEN)
        .getResultList();
  }
}
