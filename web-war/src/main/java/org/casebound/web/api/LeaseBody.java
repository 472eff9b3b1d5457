package org.casebound.web.api;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long a work item is kept for its assignee. */
@Schema(name = "Lease")
public record LeaseBody(@Schema(description = "Missing when it is his for good.") Optional<Instant> leaseUntil) {}
