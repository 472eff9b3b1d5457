package org.casebound.fulfillment.desk;

import java.util.Optional;
import org.casebound.domain.flow.FlowState;

/**
 * Which flows to list, newest first.
 *
 * @param process only flows of this process
 * @param version only of this version of it
 * @param state only in this state
 * @param stage only those whose newest stage has this name
 * @param cursor where the last page ended
 * @param size 1 to 100
 */
public record FlowQuery(
    Optional<String> process,
    Optional<Integer> version,
    Optional<FlowState> state,
    Optional<String> stage,
    Optional<String> cursor,
    int size) {}
