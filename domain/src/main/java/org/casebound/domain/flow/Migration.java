package org.casebound.domain.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/** The moving of all running flows of one version of a process to another version, some at a time. */
@Entity
@Table(name = "migration")
public class Migration {
  @Id private long id;

  @Column(name = "process_name", updatable = false)
  private String processName;

  @Column(name = "from_version", updatable = false)
  private int fromVersion;

  @Column(name = "to_version", updatable = false)
  private int toVersion;

  @Column(name = "flow_name", updatable = false)
  private String flowName;

  @Column(updatable = false, length = 1_000_000)
  private Values plan;

  @Column(name = "requested_by", updatable = false)
  private String requestedBy;

  @Column(updatable = false, length = 4000)
  private String reason;

  @Column(name = "requested_at", updatable = false)
  private Instant requestedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Migration() {}

  /**
   * @param flowName API name of the flow, the same in both versions
   * @param reason kept in the history of each case
   */
  public Migration(
      long id,
      String processName,
      int fromVersion,
      int toVersion,
      String flowName,
      MigrationPlan plan,
      String requestedBy,
      String reason,
      Instant now) {
    this.id = id;
    this.processName = processName;
    this.fromVersion = fromVersion;
    this.toVersion = toVersion;
    this.flowName = flowName;
    this.plan = new Values(Map.of("stages", plan.stages(), "steps", plan.steps()));
    this.requestedBy = requestedBy;
    this.reason = reason;
    this.requestedAt = now;
  }

  /** Every flow has its result. */
  public void end(Instant now) {
    endedAt = now;
  }

  /** How stages and steps are named in the new version. */
  public MigrationPlan plan() {
    return new MigrationPlan(names("stages"), names("steps"));
  }

  private Map<String, String> names(String kind) {
    Map<String, String> names = new HashMap<>();
    if (plan.asMap().get(kind) instanceof Map<?, ?> map) {
      map.forEach((from, to) -> names.put(String.valueOf(from), String.valueOf(to)));
    }
    return names;
  }

  public long id() {
    return id;
  }

  public String processName() {
    return processName;
  }

  public int fromVersion() {
    return fromVersion;
  }

  public int toVersion() {
    return toVersion;
  }

  public String flowName() {
    return flowName;
  }

  public String requestedBy() {
    return requestedBy;
  }

  public String reason() {
    return reason;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
