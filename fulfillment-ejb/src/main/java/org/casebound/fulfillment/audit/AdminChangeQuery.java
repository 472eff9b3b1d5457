package org.casebound.fulfillment.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What changes are asked for.
 *
 * @param who user name of the person who made them
 * @param from made then or later
 * @param to made before
 */
public record AdminChangeQuery(Optional<AdminChangeKind> kind, Optional<String> who, Optional<Instant> from, Optional<Instant> to) {}
