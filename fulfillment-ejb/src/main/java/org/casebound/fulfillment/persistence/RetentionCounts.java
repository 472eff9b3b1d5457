package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many cases of each process were erased and purged, and how many are held. Works in the caller's transaction. */
@Dependent
public class RetentionCounts {
  @Inject private EntityManager entities;

  /** Cases of a process since it was counted first. */
  public record Done(long erased, long purged) {
    public static final Done NOTHING = new Done(0, 0);
  }

  /** Some cases of a process were erased or purged. */
  public void add(String process, int erased, int purged) {
    int known =
        entities
            .createNativeQuery("update process_retention set erased = erased + :erased, purged = purged + :purged where process_name = :process")
            .setParameter("erased", erased)
            .setParameter("purged", purged)
            .setParameter("process", process)
            .executeUpdate();
    if (known == 0) {
      entities
          .createNativeQuery("insert into process_retention (process_name, erased, purged) values (:process, :erased, :purged)")
          .setParameter("process", process)
          .setParameter("erased", erased)
          .setParameter("purged", purged)
          .executeUpdate();
    }
  }

  /** What was done to the cases of these processes; one that nothing was done for is left out. */
  public Map<String, Done> done(Collection<String> processes) {
    return rows("select p.process_name, p.erased, p.purged from process_retention p where p.process_name in (:processes)", processes).stream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> new Done(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
  }

  /** How many cases of these processes are held now; one without any is left out. */
  public Map<String, Long> held(Collection<String> processes) {
    return rows(
            "select c.process_name, count(*) from legal_hold h join service_case c on c.id = h.case_id"
                + " where h.lifted_at is null and c.process_name in (:processes) group by c.process_name",
            processes)
        .stream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(String query, Collection<String> processes) {
    return processes.isEmpty() ? List.of() : entities.createNativeQuery(query, Object[].class).setParameter("processes", processes).getResultList();
  }
}
