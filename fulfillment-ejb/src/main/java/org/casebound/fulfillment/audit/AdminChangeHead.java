package org.casebound.fulfillment.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The end of the chain of changes. There is one; whoever adds a change has it locked, so that no two changes follow the same one. */
@Entity
@Table(name = "admin_change_head")
public class AdminChangeHead {
  /** Its id. */
  public static final long ONLY = 1;

  @Id private long id;

  @Column(name = "last_id")
  private long lastId;

  @Column(name = "last_hash", length = 64)
  private String lastHash;

  @SuppressWarnings("NullAway.Init")
  protected AdminChangeHead() {}

  /** The end of a chain without changes. */
  static AdminChangeHead begin() {
    AdminChangeHead head = new AdminChangeHead();
    head.id = ONLY;
    head.lastHash = "";
    return head;
  }

  /** The next change, which is the last one from now on. */
  AdminChange append(Instant now, String who, AdminChangeKind kind, String subject, String before, String after) {
    AdminChange next = new AdminChange(lastId + 1, now, who, kind, subject, before, after, lastHash);
    lastId = next.id();
    lastHash = next.hash();
    return next;
  }

  /** Id of the last change; 0 when there is none. */
  long lastId() {
    return lastId;
  }

  String lastHash() {
    return lastHash;
  }
}
