package org.casebound.fulfillment.library;

import java.time.Instant;
import org.casebound.domain.definition.PublicationRule;

/**
 * Whether a second person is needed to publish a process.
 *
 * @param changedBy who said so: a user, or the system
 */
public record PublicationRuleView(boolean fourEyes, String changedBy, Instant changedAt) {
  static PublicationRuleView of(PublicationRule rule) {
    return new PublicationRuleView(rule.fourEyes(), rule.changedBy(), rule.changedAt());
  }
}
