package org.casebound.fulfillment.library;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.definition.ProcessState;

/**
 * A published version of a process.
 *
 * @param sha256 hash of its canonical form, lower-case hexadecimal: equal processes have equal hashes
 * @param openCases its cases that are not closed
 * @param publishedBy a user, or the system
 * @param changedAt when it was retired or made active again; empty when it never was
 * @param changedBy who did that; empty text when nobody did
 * @param changeReason why; may be empty
 * @param approvedBy the second person, who approved it; empty when there was none
 * @param effectiveAt when it comes into force; empty when it waits for no time
 */
public record VersionLine(
    int version,
    ProcessState state,
    String sha256,
    long openCases,
    Instant publishedAt,
    String publishedBy,
    Optional<Instant> changedAt,
    String changedBy,
    String changeReason,
    Optional<String> approvedBy,
    Optional<Instant> effectiveAt) {}
