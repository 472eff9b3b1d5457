package org.casebound.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.shared.Values;

/**
 * What was asked: the values of the process's attributes. Belongs to one case and is saved with it.
 *
 * <p>Base attributes are kept where they are bound (a field of the case); extended ones are kept here.
 */
@Entity
@Table(name = "service_catalog_request")
public class ServiceCatalogRequest {
  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "extended_attributes", length = 1_000_000)
  private Values attributes;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected ServiceCatalogRequest() {}

  /**
   * @param caseId the case it belongs to
   * @param attributes checked values of the extended attributes
   */
  public ServiceCatalogRequest(long id, long caseId, Values attributes, Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.attributes = attributes;
    this.createdAt = now;
  }

  /** Adds or replaces values; the flow's definition was checked against the declared attributes when it was published. */
  public void update(Map<String, Object> changes) {
    attributes = attributes.with(changes);
  }

  /** A person changes values that were checked, and takes others away. */
  public void change(Map<String, Object> changes, Set<String> cleared) {
    attributes = attributes.without(cleared).with(changes);
  }

  public long id() {
    return id;
  }

  public long caseId() {
    return caseId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Values attributes() {
    return attributes;
  }

  /** Changes with the values; not with the fields of the case. */
  public int version() {
    return version;
  }
}
