package org.casebound.fulfillment.retention;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the cases of a process are kept, and what was done to them.
 *
 * @param erasePersonalDataAfter after how long personal data goes; empty: never
 * @param purgeAfter after how long the whole case goes; empty: never
 * @param erased cases whose personal data was erased, all in all
 * @param purged cases that were deleted whole, all in all
 * @param held cases that a hold keeps now
 */
public record ProcessRetentionView(
    String process, String label, Optional<Duration> erasePersonalDataAfter, Optional<Duration> purgeAfter, long erased, long purged, long held) {}
