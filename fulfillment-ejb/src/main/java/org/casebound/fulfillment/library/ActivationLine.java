package org.casebound.fulfillment.library;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.definition.ActivationState;
import org.casebound.domain.definition.ScheduledActivation;

/**
 * A version that is, or was, to come into force at a time.
 *
 * @param reason why it was scheduled; may be empty
 * @param obstacle what stood in the way when its time came; empty when nothing did
 * @param endedAt when it came into force, was called off, or a refusal was dealt with; empty before
 * @param endedBy who did that; empty before
 * @param endReason why; may be empty
 */
public record ActivationLine(
    int version,
    ActivationState state,
    Instant effectiveAt,
    String scheduledBy,
    Instant scheduledAt,
    String reason,
    String obstacle,
    Optional<Instant> endedAt,
    Optional<String> endedBy,
    String endReason) {
  static ActivationLine of(ScheduledActivation activation) {
    return new ActivationLine(
        activation.processVersion(),
        activation.state(),
        activation.effectiveAt(),
        activation.scheduledBy(),
        activation.scheduledAt(),
        activation.reason(),
        activation.obstacle(),
        activation.endedAt(),
        activation.endedBy(),
        activation.endReason());
  }
}
