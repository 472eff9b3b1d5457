package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.definition.ProcessState;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.shared.StaleRecord;
import org.hibernate.exception.ConstraintViolationException;

/** Published versions of processes. Works in the caller's transaction. */
@Dependent
public class ProcessRepository {
  @Inject private EntityManager entities;

  /** @throws StaleRecord BUNDLE-008 when another one adds it, or makes another version active, at this moment */
  public void add(ProcessVersion version) {
    entities.persist(version);
    flush(version.name());
  }

  /**
   * Sends changes now, so that a version that makes way is written before the one that takes its place.
   *
   * @throws StaleRecord BUNDLE-008 when another one makes a version of the process active at this moment
   */
  public void flush(String name) {
    try {
      entities.flush();
    } catch (ConstraintViolationException taken) {
      throw new StaleRecord(
          "BUNDLE-008", "Somebody else publishes process '%s' at this moment. Look at what he published, then decide.".formatted(name));
    }
  }

  public Optional<ProcessVersion> find(String name, int version) {
    return entities
        .createQuery(
            "select p from ProcessVersion p where p.name = :name and p.processVersion = :version", ProcessVersion.class)
        .setParameter("name", name)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }

  /** The active version of a process. */
  public Optional<ProcessVersion> active(String name) {
    return entities
        .createQuery("select p from ProcessVersion p where p.name = :name and p.state = :active", ProcessVersion.class)
        .setParameter("name", name)
        .setParameter("active", ProcessState.ACTIVE)
        .getResultStream()
        .findFirst();
  }

  /** The number of the active version of each process, by name; the documents are not read. */
  public Map<String, Integer> activeVersions() {
    return entities
        .createQuery("select p.name, p.processVersion from ProcessVersion p where p.state = :active", Object[].class)
        .setParameter("active", ProcessState.ACTIVE)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
  }
}
