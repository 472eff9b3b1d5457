package org.casebound.domain.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch in which a clock stood still.
 *
 * @param from when it was stopped
 * @param until when it went on; empty while it stands
 * @param reason why, in words for people
 */
public record SlaPause(Instant from, Optional<Instant> until, String reason) {}
