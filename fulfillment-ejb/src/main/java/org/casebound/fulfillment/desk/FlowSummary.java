package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;

/**
 * One line of a list of flows.
 *
 * @param processLabel what people call the process
 * @param stage the stage in progress, or the last one
 * @param stageLabel what people call it
 * @param suspendedAt since when it stands still; empty when it does not
 */
public record FlowSummary(
    long id,
    String caseNumber,
    String process,
    String processLabel,
    int processVersion,
    String name,
    int run,
    FlowState state,
    Optional<String> stage,
    Optional<String> stageLabel,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<Instant> suspendedAt) {}
