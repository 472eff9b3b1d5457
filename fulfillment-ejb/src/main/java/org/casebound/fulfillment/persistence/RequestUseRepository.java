package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** What was asked for lately. Works in the caller's transaction. */
@Dependent
public class RequestUseRepository {
  /**
   * Looks at the newest requests only, each found by a primary key: a person's by the keys that he filed with, those of the console being in the
   * order of time. So it costs the same however many there are.
   */
  private static final String COUNTS =
      "select filed.process_name, filed.own, count(*) from ("
          + "select c.process_name, c.created_at, 1 as own from"
          + " (select k.case_id from intake_key k where k.caller = :user order by k.idempotency_key desc fetch first 200 rows only) mine"
          + " join service_case c on c.id = mine.case_id"
          + " union all select newest.process_name, newest.created_at, 0 from"
          + " (select n.process_name, n.created_at from service_case n order by n.id desc fetch first 1000 rows only) newest"
          + ") filed where filed.created_at >= :since group by filed.process_name, filed.own order by count(*) desc, filed.process_name";

  @Inject private EntityManager entities;

  /**
   * How often a process was asked for.
   *
   * @param own whether only what the person has filed is counted, else that of everybody
   */
  public record Use(String process, boolean own, long count) {}

  /** What was asked for since then, what most first: by the person, among his newest 200, and by everybody, among the newest 1000. */
  public List<Use> since(Instant since, String user) {
    List<?> rows = entities.createNativeQuery(COUNTS).setParameter("user", user).setParameter("since", since).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Use((String) row[0], ((Number) row[1]).intValue() == 1, ((Number) row[2]).longValue()))
        .toList();
  }
}
