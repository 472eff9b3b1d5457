package org.casebound.fulfillment.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A webhook and how it does.
 *
 * @param events types of the events that it tells, see the catalog
 * @param processes names of the processes whose cases it tells of; of all when empty
 * @param reason why it is paused; empty when it is not
 * @param secretSetting name of the setting that holds its secrets
 * @param secrets how many secrets the node that answers has; without one nothing is sent
 * @param changedBy who said last what it tells; he is told when it has to be paused
 * @param version changes with each change
 * @param health what became of its events
 */
public record WebhookView(
    String name,
    String url,
    List<String> events,
    List<String> processes,
    boolean paused,
    String reason,
    String secretSetting,
    int secrets,
    String changedBy,
    Instant changedAt,
    int version,
    Health health) {

  /**
   * What became of the events of a webhook, as far back as deliveries are kept.
   *
   * @param lastSuccess when its receiver last took one; empty when it never did
   * @param pending how many are to be sent
   * @param failing how many of those the receiver did not take at least once
   * @param dead how many are not tried any more
   */
  public record Health(Optional<Instant> lastSuccess, long pending, long failing, long dead) {
    static final Health NONE = new Health(Optional.empty(), 0, 0, 0);
  }
}
