package org.casebound.fulfillment.operation;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.Cursor;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.BatchRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** Operations on all incidents or flows that match a filter. Unknown batches are answered with {@link UnknownRecord}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class BatchDesk {
  /** Most targets of one batch. */
  public static final int MOST_TARGETS = 10_000;

  private static final int SAMPLE = 10;
  private static final int LONGEST_REASON = 4000;

  @Inject private BatchRepository batches;
  @Inject private BatchTargets targets;
  @Inject private DueTaskPlans plans;
  @Inject private RecordIds ids;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * What a batch would be about if it began now.
   *
   * @throws RuleViolation BATCH-002 when the action can not be done to such targets
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public BatchView.Preview preview(BatchRequest request) {
    requireFit(request);
    Instant now = clock.instant();
    return new BatchView.Preview(
        targets.count(request, now),
        targets.find(request, now, SAMPLE).stream()
            .map(target -> new BatchView.Sample(new CaseNumber(target.caseId()).toString(), target.step()))
            .toList());
  }

  /**
   * Begins a batch: its list is what matches now, and does not change afterwards.
   *
   * @throws RuleViolation BATCH-001 without a reason, BATCH-002 when the action can not be done to such targets, BATCH-003 when nothing
   *     matches, BATCH-004 when more than {@value #MOST_TARGETS} match, BATCH-005 when the rate is out of range
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public BatchView begin(BatchRequest request) {
    check(request);
    Instant now = clock.instant();
    List<BatchTargets.Target> found = targets.find(request, now, MOST_TARGETS + 1);
    if (found.isEmpty()) {
      throw new RuleViolation("BATCH-003", "Nothing matches any more; look at the list again.");
    }
    if (found.size() > MOST_TARGETS) {
      throw new RuleViolation("BATCH-004", "More than %d match; narrow the filter down.".formatted(MOST_TARGETS));
    }
    OperationBatch batch =
        new OperationBatch(ids.next(RecordKind.OPERATION_BATCH), request, found.size(), Caller.of(context).name(), now);
    batches.add(
        batch,
        found.stream()
            .map(target -> new BatchItem(batch.id(), target.id(), target.flowId(), target.caseId(), target.step()))
            .toList());
    look(batch, now);
    return BatchView.of(batch, Map.of(BatchItemState.PENDING, (long) found.size()));
  }

  private static void check(BatchRequest request) {
    requireFit(request);
    if (request.reason().isBlank() || request.reason().length() > LONGEST_REASON) {
      throw new RuleViolation("BATCH-001", "Say why, in 1 to %d characters.".formatted(LONGEST_REASON));
    }
    if (request.ratePerMinute() < 1 || request.ratePerMinute() > BatchRequest.MOST_PER_MINUTE) {
      throw new RuleViolation("BATCH-005", "The rate is 1 to %d in a minute.".formatted(BatchRequest.MOST_PER_MINUTE));
    }
  }

  private static void requireFit(BatchRequest request) {
    boolean ended =
        request.target() == BatchTarget.FLOWS && request.flows().state().filter(FlowState.TABLE::isFinal).isPresent();
    if (ended || !request.action().fits(request.target())) {
      throw new RuleViolation(
          "BATCH-002", "%s can not be done to %s.".formatted(request.action(), ended ? "flows that have ended" : request.target()));
    }
  }

  /** Batches, newest first. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public Page<BatchView> list(Optional<String> cursor, int size) {
    List<OperationBatch> found = batches.list(Cursor.before(cursor), Cursor.size(size) + 1);
    Map<Long, Map<BatchItemState, Long>> counts = batches.counts(found.stream().map(OperationBatch::id).toList());
    return Cursor.page(found, size, OperationBatch::id, batch -> BatchView.of(batch, counts.get(batch.id())));
  }

  /** How far a batch is. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public BatchView get(long id) {
    return view(batches.find(id).orElseThrow(() -> unknown(id)));
  }

  /** The targets of a batch and what became of each, in their order. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public Page<BatchView.Item> items(long id, Optional<BatchItemState> state, Optional<String> cursor, int size) {
    OperationBatch batch = batches.find(id).orElseThrow(() -> unknown(id));
    long after = cursor.map(text -> Cursor.numbers(text, 1)[0]).orElse(0L);
    List<BatchItem> found =
        batches.items(id, state.map(EnumSet::of).orElse(EnumSet.allOf(BatchItemState.class)), after, Cursor.size(size) + 1);
    return Cursor.page(found, size, BatchItem::targetId, item -> BatchView.Item.of(item, batch.target()));
  }

  /**
   * Lets a batch stand still; what it has begun goes on.
   *
   * @throws RuleViolation BATCH-006 when it is not running
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public BatchView pause(long id) {
    OperationBatch batch = batches.lock(id).orElseThrow(() -> unknown(id));
    batch.pause(Caller.of(context).name());
    return view(batch);
  }

  /**
   * Lets a batch go on.
   *
   * @throws RuleViolation BATCH-006 when it is not paused
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public BatchView resume(long id) {
    OperationBatch batch = batches.lock(id).orElseThrow(() -> unknown(id));
    batch.resume(clock.instant());
    look(batch, clock.instant());
    return view(batch);
  }

  /**
   * Ends a batch: what it has not begun stays undone; of what it has begun the result is still awaited.
   *
   * @throws RuleViolation BATCH-006 when it has ended
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public BatchView cancel(long id) {
    OperationBatch batch = batches.lock(id).orElseThrow(() -> unknown(id));
    batch.cancel(Caller.of(context).name(), clock.instant());
    batches.cancelPending(id);
    look(batch, clock.instant());
    return view(batch);
  }

  private void look(OperationBatch batch, Instant now) {
    plans.plan(DueTaskKind.OPERATION_BATCH, null, batch.id(), Integer.toString(batch.starts()), now, Values.EMPTY);
  }

  private BatchView view(OperationBatch batch) {
    return BatchView.of(batch, batches.counts(List.of(batch.id())).get(batch.id()));
  }

  private static UnknownRecord unknown(long id) {
    return new UnknownRecord("batch", id);
  }
}
