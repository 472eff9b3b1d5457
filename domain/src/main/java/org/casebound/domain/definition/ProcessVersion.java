package org.casebound.domain.definition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a service process: its bundle as canonical JSON, never changed.
 */
@Entity
@Table(name = "process_definition")
public class ProcessVersion {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "process_definition_seq")
  @SequenceGenerator(name = "process_definition_seq", sequenceName = "process_definition_seq", allocationSize = 50)
  private @Nullable Long id;

  @Column(updatable = false)
  private String name;

  @Column(name = "process_version", updatable = false)
  private int processVersion;

  @Enumerated(EnumType.STRING)
  private ProcessState state;

  @Column(updatable = false, length = 1_000_000)
  private String document;

  @Column(updatable = false)
  private String sha256;

  @Column(name = "published_at", updatable = false)
  private Instant publishedAt;

  @SuppressWarnings("NullAway.Init")
  protected ProcessVersion() {}

  /**
   * @param document the bundle as canonical JSON
   * @param sha256 hash of the document, lower-case hexadecimal
   */
  public ProcessVersion(
      String name, int processVersion, String document, String sha256, Instant now) {
    this.name = name;
    this.processVersion = processVersion;
    this.state = ProcessState.ACTIVE;
    this.document = document;
    this.sha256 = sha256;
    this.publishedAt = now;
  }

  /** The id; only a saved record has one. */
  public long id() {
    if (id == null) {
      throw new IllegalStateException("not saved yet");
    }
    return id;
  }

  /** Another version takes its place; open cases keep this one. */
  public void retire() {
    state = ProcessState.RETIRED;
  }

  public String name() {
    return name;
  }

  public int processVersion() {
    return processVersion;
  }

  public ProcessState state() {
    return state;
  }

  public String document() {
    return document;
  }

  public String sha256() {
    return sha256;
  }

  public Instant publishedAt() {
    return publishedAt;
  }
}
