package org.casebound.fulfillment.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casebound.domain.cases.CaseNumber;

/**
 * How far a batch is.
 *
 * @param filter parameters of the filter that its list was made with
 * @param targets how many targets its list has
 * @param counts how many of them have which result; those without any are left out
 * @param message who let it stand still or ended it
 */
public record BatchView(
    long id,
    BatchAction action,
    BatchTarget target,
    Map<String, String> filter,
    String reason,
    Optional<String> outcome,
    int ratePerMinute,
    BatchState state,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> endedAt,
    int targets,
    Map<BatchItemState, Long> counts,
    Optional<String> message) {

  static BatchView of(OperationBatch batch, Map<BatchItemState, Long> counts) {
    Map<String, String> filter = new TreeMap<>();
    batch.filter().asMap().forEach((name, value) -> filter.put(name, String.valueOf(value)));
    return new BatchView(
        batch.id(),
        batch.action(),
        batch.target(),
        filter,
        batch.reason(),
        batch.outcome(),
        batch.ratePerMinute(),
        batch.state(),
        batch.requestedBy(),
        batch.requestedAt(),
        batch.endedAt(),
        batch.targets(),
        counts,
        Optional.of(batch.message()).filter(text -> !text.isEmpty()));
  }

  /** How many targets have this result. */
  public long count(BatchItemState state) {
    return counts.getOrDefault(state, 0L);
  }

  /** How many targets have their final result. */
  public long settled() {
    return targets - count(BatchItemState.PENDING) - count(BatchItemState.TRIED);
  }

  /**
   * What became, or becomes, of one target.
   *
   * @param incident the incident; empty when flows are the targets
   * @param step API name of the step that stopped; empty text for a flow
   * @param message why it was refused or failed again, or what it waits for, word for word; may be empty
   * @param laterIncident the incident that says that it failed again
   */
  public record Item(
      String caseNumber,
      long flowId,
      Optional<Long> incident,
      String step,
      BatchItemState state,
      String message,
      Optional<Long> laterIncident,
      Optional<Instant> actedAt,
      Optional<Instant> endedAt) {

    static Item of(BatchItem item, BatchTarget target) {
      return new Item(
          new CaseNumber(item.caseId()).toString(),
          item.flowId(),
          target == BatchTarget.INCIDENTS ? Optional.of(item.targetId()) : Optional.empty(),
          item.step(),
          item.state(),
          item.message(),
          item.laterIncident(),
          item.actedAt(),
          item.endedAt());
    }
  }

  /**
   * What a batch would be about if it began now.
   *
   * @param count how many targets there are; more than {@value BatchDesk#MOST_TARGETS} are too many
   * @param sample some of them
   */
  public record Preview(long count, List<Sample> sample) {
    public Preview {
      sample = List.copyOf(sample);
    }
  }

  /** One target that a batch would have. */
  public record Sample(String caseNumber, String step) {}
}
