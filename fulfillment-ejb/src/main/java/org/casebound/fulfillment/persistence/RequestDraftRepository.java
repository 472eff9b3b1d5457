package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.intake.RequestDraft;

/** What people have begun to ask for and not filed yet. Works in the caller's transaction. */
@Dependent
public class RequestDraftRepository {
  /** Adds or replaces. */
  private static final String KEEP =
      "merge into request_draft d using (select cast(:user as varchar(255)) as person, cast(:process as varchar(80)) as service) s"
          + " on (d.user_name = s.person and d.process_name = s.service)"
          + " when matched then update set process_version = :version, body = :body, saved_at = :now"
          + " when not matched then insert (user_name, process_name, process_version, body, saved_at)"
          + " values (s.person, s.service, :version, :body, :now)";

  private final ValuesConverter json = new ValuesConverter();

  @Inject private EntityManager entities;

  /** A draft without what was typed. */
  public record Listed(String process, Instant savedAt) {}

  /**
   * Keeps a person's draft of a process; the last one counts.
   *
   * @param version of the process whose form it is
   * @param body JSON, see {@link #text}
   */
  public void keep(RequestDraft.Id id, int version, String body, Instant now) {
    entities
        .createNativeQuery(KEEP)
        .setParameter("user", id.user())
        .setParameter("process", id.process())
        .setParameter("version", version)
        .setParameter("body", body)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** A draft as it is stored. */
  public String text(Values typed) {
    return json.convertToDatabaseColumn(typed);
  }

  public Optional<RequestDraft> find(RequestDraft.Id id) {
    return Optional.ofNullable(entities.find(RequestDraft.class, id));
  }

  /** A person's drafts, the last one first; there is one per process at most. */
  public List<Listed> of(String user) {
    return entities
        .createQuery("select d.id.process, d.savedAt from RequestDraft d where d.id.user = :user order by d.savedAt desc, d.id.process", Object[].class)
        .setParameter("user", user)
        .getResultStream()
        .map(row -> new Listed((String) row[0], (Instant) row[1]))
        .toList();
  }

  /** There is no such draft any more. */
  public void forget(RequestDraft.Id id) {
    entities
        .createQuery("delete from RequestDraft d where d.id.user = :user and d.id.process = :process")
        .setParameter("user", id.user())
        .setParameter("process", id.process())
        .executeUpdate();
  }

  /** Forgets drafts that were saved before. */
  public void forget(Instant before) {
    entities.createQuery("delete from RequestDraft d where d.savedAt < :before").setParameter("before", before).executeUpdate();
  }
}
