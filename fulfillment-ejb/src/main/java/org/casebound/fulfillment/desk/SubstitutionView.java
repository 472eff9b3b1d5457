package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * Who stands in for whom, and when.
 *
 * @param from first instant at which it holds
 * @param until first instant at which it does not hold any more
 * @param queue only for work of this queue; empty: of all
 * @param process only for work of this process; empty: of all
 * @param mayEnd whether this caller may end it
 */
public record SubstitutionView(
    long id,
    String absent,
    String substitute,
    Instant from,
    Instant until,
    Optional<String> queue,
    Optional<String> process,
    String createdBy,
    boolean mayEnd) {}
