package org.casebound.fulfillment.persistence;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.definition.ProcessDraft;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.definition.PublicationRule;
import org.casebound.domain.definition.ScheduledActivation;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.flow.Migration;
import org.casebound.domain.flow.MigrationResult;
import org.casebound.domain.flow.NodeRun;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.Stage;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.integration.Circuit;
import org.casebound.domain.integration.CircuitChange;
import org.casebound.fulfillment.bulk.BulkJob;
import org.casebound.fulfillment.notice.CaseBoard;
import org.casebound.fulfillment.notice.NewsBoard;
import org.casebound.fulfillment.notice.Notification;
import org.casebound.fulfillment.notice.Topic;
import org.casebound.fulfillment.operation.BatchItem;
import org.casebound.fulfillment.operation.OperationBatch;
import org.casebound.fulfillment.retention.LegalHold;
import org.casebound.fulfillment.retention.RetentionRun;
import org.casebound.fulfillment.retention.RetentionSchedule;
import org.hibernate.event.spi.PostCommitDeleteEventListener;
import org.hibernate.event.spi.PostCommitInsertEventListener;
import org.hibernate.event.spi.PostCommitUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Tells screens that records have changed, once that is committed. It asks the database nothing, and nothing is done while no screen is open.
 * What is written by a statement, without a record in hand, is not noticed. Thread-safe.
 */
final class RecordNews implements PostCommitInsertEventListener, PostCommitUpdateEventListener, PostCommitDeleteEventListener {
  private static final Map<Class<?>, Topic> TOPICS =
      Map.of(
              Topic.CASES, List.of(Case.class, Milestone.class, FulfillmentFlow.class, Stage.class, Step.class, Incident.class),
              Topic.CALLS, List.of(StepAttempt.class, ReplyInboxEntry.class, Circuit.class, CircuitChange.class),
              Topic.JOBS,
                  List.of(
                      OperationBatch.class, BatchItem.class, BulkJob.class, Migration.class, MigrationResult.class, RetentionRun.class,
                      RetentionSchedule.class, LegalHold.class),
              Topic.TIMERS, List.of(DueTask.class),
              Topic.PROCESSES, List.of(ProcessVersion.class, ProcessDraft.class, PublicationRule.class, ScheduledActivation.class),
              Topic.NODES, List.of(NodeRun.class),
              Topic.NOTICES, List.of(Notification.class))
          .entrySet()
          .stream()
          .flatMap(each -> each.getValue().stream().map(type -> Map.<Class<?>, Topic>entry(type, each.getKey())))
          .collect(Collectors.toUnmodifiableMap(Entry::getKey, Entry::getValue));

  // Listeners are serializable by contract; this one never leaves its session factory.
  private final transient NewsBoard board;
  private final transient CaseBoard cases;

  RecordNews(NewsBoard board, CaseBoard cases) {
    this.board = board;
    this.cases = cases;
  }

  @Override
  public boolean requiresPostCommitHandling(EntityPersister persister) {
    return TOPICS.containsKey(persister.getMappedClass()) && board.isHeard();
  }

  @Override
  public void onPostInsert(PostInsertEvent event) {
    tell(event.getEntity());
  }

  @Override
  public void onPostUpdate(PostUpdateEvent event) {
    tell(event.getEntity());
  }

  @Override
  public void onPostDelete(PostDeleteEvent event) {
    tell(event.getEntity());
  }

  /** A requester is told of his own cases by name, because he hears nothing of those of others. */
  private void tell(Object record) {
    Topic topic = TOPICS.get(record.getClass());
    if (topic != null) {
      board.tell(topic);
    }
    if (record instanceof Case changed) {
      cases.tellRequester(changed.requester());
    }
  }

  @Override
  public void onPostInsertCommitFailed(PostInsertEvent event) {
    // Nothing has changed.
  }

  @Override
  public void onPostUpdateCommitFailed(PostUpdateEvent event) {
    // Nothing has changed.
  }

  @Override
  public void onPostDeleteCommitFailed(PostDeleteEvent event) {
    // Nothing has changed.
  }
}
