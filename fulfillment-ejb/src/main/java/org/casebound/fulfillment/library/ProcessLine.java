package org.casebound.fulfillment.library;

import java.time.Instant;
import java.util.Optional;

/**
 * A process in the list of the library.
 *
 * @param name API name
 * @param label what people call it; the name while there is only a draft
 * @param activeVersion the version that can be requested; empty when none can
 * @param newestVersion the highest version that was published; empty while there is only a draft
 * @param openCases cases of all versions that are not closed
 * @param publishedAt when the newest version was published
 * @param publishedBy who did it: a user, or the system
 * @param draftBy who wrote the draft last; empty when there is none
 */
public record ProcessLine(
    String name,
    String label,
    Optional<Integer> activeVersion,
    Optional<Integer> newestVersion,
    long openCases,
    Optional<Instant> publishedAt,
    Optional<String> publishedBy,
    Optional<String> draftBy) {}
