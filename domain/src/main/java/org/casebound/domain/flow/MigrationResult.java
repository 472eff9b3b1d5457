package org.casebound.domain.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Objects;

/** What became of one flow in a migration. */
@Entity
@Table(name = "migration_result")
public class MigrationResult {
  @EmbeddedId private Key key;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Enumerated(EnumType.STRING)
  private MigrationState state;

  @Column(length = 4000)
  private String message;

  @SuppressWarnings("NullAway.Init")
  protected MigrationResult() {}

  /** A migration and a flow. */
  @Embeddable
  public static class Key {
    @Column(name = "migration_id")
    private long migrationId;

    @Column(name = "flow_id")
    private long flowId;

    protected Key() {}

    public Key(long migrationId, long flowId) {
      this.migrationId = migrationId;
      this.flowId = flowId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.migrationId == migrationId && key.flowId == flowId;
    }

    @Override
    public int hashCode() {
      return Objects.hash(migrationId, flowId);
    }
  }

  /**
   * Notes the result.
   *
   * @param why why it was refused; empty otherwise
   */
  public void note(MigrationState how, String why) {
    state = how;
    message = why.length() > 4000 ? why.substring(0, 4000) : why;
  }

  public long flowId() {
    return key.flowId;
  }

  public long caseId() {
    return caseId;
  }

  public MigrationState state() {
    return state;
  }

  public String message() {
    return message;
  }
}
