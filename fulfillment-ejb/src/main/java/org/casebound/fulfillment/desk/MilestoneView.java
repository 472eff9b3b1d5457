package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.MilestoneState;

/**
 * A promised time of a case.
 *
 * @param text how it stands in plain words, e.g. "2 h 10 min left"; times are business time
 * @param dueAt when its time is over; empty while it is paused
 */
public record MilestoneView(
    String name,
    String label,
    MilestoneState state,
    String text,
    Instant startedAt,
    Optional<Instant> dueAt,
    Optional<Instant> endedAt) {}
