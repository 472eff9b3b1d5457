package org.casebound.domain.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;

/**
 * A receiver outside that is told events. Its secrets are settings, found by its name; none is stored. While it is paused its events are kept
 * and nothing is sent. Guarded by the row's version.
 */
@Entity
@Table(name = "webhook")
public class Webhook {
  private static final int MAX_REASON = 4000;

  @Id private String name;

  @Column(length = WebhookTerms.MAX_URL)
  private String url;

  @Column(length = 1000)
  private String events;

  @Column(length = 4000)
  private String processes;

  private boolean paused;

  @Column(length = MAX_REASON)
  private String reason;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Webhook() {}

  /**
   * An active one.
   *
   * @param name 1 to 60 small letters, digits and dashes
   * @throws RuleViolation HOOK-001 for another name
   */
  public Webhook(String name, WebhookTerms terms, String by, Instant now) {
    if (!name.matches("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?")) {
      throw new RuleViolation("HOOK-001", "A webhook is named by 1 to 60 small letters, digits and dashes, e.g. data-warehouse.");
    }
    this.name = name;
    this.reason = "";
    change(terms, by, now);
  }

  /** It tells something else, or somewhere else, from now on. */
  public final void change(WebhookTerms terms, String by, Instant now) {
    url = terms.url();
    events = WebhookTerms.joined(terms.events());
    processes = String.join(",", terms.processes());
    changedBy = by;
    changedAt = now;
  }

  /**
   * Nothing is sent any more.
   *
   * @param why for people
   */
  public void pause(String why, Instant now) {
    paused = true;
    reason = why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why;
    changedAt = now;
  }

  /** Events are sent again. */
  public void resume(Instant now) {
    paused = false;
    reason = "";
    changedAt = now;
  }

  /**
   * Checks that the caller saw it as it is.
   *
   * @throws StaleRecord HOOK-005 otherwise
   */
  public void requireVersion(int seen) {
    if (seen != version) {
      throw new StaleRecord("HOOK-005", "Webhook %s changed since you read it. Read it again.".formatted(name));
    }
  }

  public String name() {
    return name;
  }

  public WebhookTerms terms() {
    return new WebhookTerms(url, WebhookTerms.events(events), WebhookTerms.words(processes));
  }

  public boolean isPaused() {
    return paused;
  }

  /** Why it is paused; empty when it is not. */
  public String reason() {
    return reason;
  }

  /** Who said last what it tells: he is told when it has to be paused. */
  public String changedBy() {
    return changedBy;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public int version() {
    return version;
  }
}
