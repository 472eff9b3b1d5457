package org.casebound.fulfillment.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A list of work that a person has given a name, for himself or for everybody. What it shows is what each reader may see. */
@Entity
@Table(name = "saved_view")
public class SavedView {
  @Id private long id;

  @Column(name = "owner_name", updatable = false)
  private String owner;

  @Column(updatable = false, length = 80)
  private String name;

  @Column(updatable = false, length = 2000)
  private String query;

  @Column(updatable = false)
  private boolean shared;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected SavedView() {}

  /** @param query parameters of an address, as {@link InboxQuery} writes them */
  SavedView(long id, String owner, String name, String query, boolean shared, Instant now) {
    this.id = id;
    this.owner = owner;
    this.name = name;
    this.query = query;
    this.shared = shared;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  public String owner() {
    return owner;
  }

  public String name() {
    return name;
  }

  public String query() {
    return query;
  }

  /** Whether everybody who works has the view. */
  public boolean isShared() {
    return shared;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
