package org.casebound.fulfillment.library;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.definition.ProcessState;

/**
 * A process in the list of the library.
 *
 * @param name API name
 * @param label what people call it; the name while there is only a draft
 * @param activeVersion the version that can be requested; empty when none can
 * @param newestVersion the highest version that was published; empty while there is only a draft
 * @param newestState its state: a draft was imported and never active
 * @param openCases cases of all versions that are not closed
 * @param publishedAt when the newest version was published
 * @param publishedBy who did it: a user, or the system
 * @param draftBy who wrote the draft last; empty when there is none
 * @param handedIn whether the draft waits for a second person
 * @param planned the version that waits for its time, or could not come into force then; empty when nothing is open
 */
public record ProcessLine(
    String name,
    String label,
    Optional<Integer> activeVersion,
    Optional<Integer> newestVersion,
    Optional<ProcessState> newestState,
    long openCases,
    Optional<Instant> publishedAt,
    Optional<String> publishedBy,
    Optional<String> draftBy,
    boolean handedIn,
    Optional<ActivationLine> planned) {}
