package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseLink;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.Owner;
import org.casebound.fulfillment.persistence.CaseListRepository.Visible;

/** Links between cases. Works in the caller's transaction. */
@Dependent
public class CaseLinkRepository {
  @Inject private EntityManager entities;
  @Inject private NewRecords records;

  /**
   * Another case, as far as the caller may see it.
   *
   * @param link what the two are to each other; empty when they were linked once and are not any more
   */
  public record Linked(Case other, Optional<CaseLink> link) {}

  /** Keeps the link until the end of the transaction. */
  public void add(CaseLink link) {
    records.add(link);
  }

  public void remove(CaseLink link) {
    entities.remove(link);
  }

  /** The link of two cases. */
  public Optional<CaseLink> find(CaseNumber one, CaseNumber other) {
    return entities
        .createQuery("select l from CaseLink l where l.caseId = :less and l.otherId = :more", CaseLink.class)
        .setParameter("less", Math.min(one.id(), other.id()))
        .setParameter("more", Math.max(one.id(), other.id()))
        .getResultStream()
        .findFirst();
  }

  /** How many links a case has. */
  public long count(CaseNumber about) {
    Object count =
        entities
            .createNativeQuery(
                "select (select count(*) from case_link where case_id = :case) + (select count(*) from case_link where other_id = :case)", Long.class)
            .setParameter("case", about.id())
            .getSingleResult();
    return ((Number) count).longValue();
  }

  /** Those of the others that the caller may see, and how they are linked with the case; the oldest first. */
  public List<Linked> linked(CaseNumber about, Collection<Long> others, Visible visible) {
    Set<String> queues = new HashSet<>(visible.queues());
    // An empty list would be no SQL; no queue is called so.
    queues.add("");
    return entities
        .createQuery(
            """
            select c, l from ServiceCase c
            left join CaseLink l on l.caseId = function('least', c.id, :case) and l.otherId = function('greatest', c.id, :case)
            where c.id in :others and (:everything = true or c.requester = :user or c.homeQueue in :queues
              or (c.ownerKind = :person and c.ownerName = :user)
              or c.id in (select w.caseId from WorkItem w
                where w.caseId in :others and (w.queue in :queues or w.assignee = :user or w.onBehalfOf = :user)))
            order by c.id
            """,
            Object[].class)
        .setParameter("case", about.id())
        .setParameter("others", others)
        .setParameter("everything", visible.everything())
        .setParameter("user", visible.user())
        .setParameter("queues", queues)
        .setParameter("person", Owner.Kind.USER)
        .getResultStream()
        .map(row -> new Linked((Case) row[0], Optional.ofNullable((CaseLink) row[1])))
        .toList();
  }
}
