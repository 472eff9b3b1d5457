package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.IncidentDecision;
import org.casebound.domain.flow.RetryProgress;

/**
 * One incident, open or resolved, and what became of it.
 *
 * @param stepLabel what people call the step
 * @param processVersion version of the process that the flow runs
 * @param flowState where the flow stands now
 * @param outcomes outcomes that a skipped step may get; none when no step failed
 * @param resolvedBy who resolved it: a person, or the system when its flow went on by itself
 * @param decision what a person decided; empty while it is open, and when its flow went on by itself
 * @param retry what became of the retry, when that was decided
 */
public record IncidentDetail(
    IncidentSummary incident,
    String processLabel,
    String stepLabel,
    int processVersion,
    FlowState flowState,
    List<String> outcomes,
    Optional<Instant> resolvedAt,
    Optional<String> resolvedBy,
    Optional<IncidentDecision> decision,
    Optional<RetryProgress> retry) {
  public IncidentDetail {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether a person still has to decide. */
  public boolean open() {
    return resolvedAt.isEmpty();
  }
}
