package org.casebound.domain.definition;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the cases of a process are kept after they were closed. What is missing never happens.
 *
 * @param erasePersonalDataAfter when personal data goes while the history stays, &gt; 0
 * @param purgeAfter when the whole case goes, &gt; 0 and not before that
 */
public record RetentionRule(Optional<Duration> erasePersonalDataAfter, Optional<Duration> purgeAfter) {
  /** Cases are kept for good. */
  public static final RetentionRule FOREVER = new RetentionRule(Optional.empty(), Optional.empty());
}
