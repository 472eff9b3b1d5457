package org.casebound.fulfillment.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseLink;
import org.casebound.domain.cases.CaseMessage;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.catalog.DocumentContent;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.flow.ParkedEvent;
import org.casebound.domain.flow.ParkedEvent;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.Stage;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.integration.CircuitChange;
import org.casebound.domain.integration.WebhookDelivery;
import org.casebound.domain.workitem.Substitution;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.intake.IntakeKey;
import org.casebound.fulfillment.event.CaseEvent;
import org.casebound.fulfillment.notice.Notification;
import org.hibernate.engine.spi.SessionImplementor;

/** What one transaction has added and not yet written. Used by the one thread of the transaction. */
final class RecordBatch {
  /** Each type after those that it refers to. */
  private static final List<Class<?>> ORDER =
      List.of(
          Case.class,
          ServiceCatalogRequest.class,
          IntakeKey.class,
          Milestone.class,
          Document.class,
          DocumentContent.class,
          CaseMessage.class,
          CaseLink.class,
          FulfillmentFlow.class,
          Stage.class,
          Step.class,
          StepAttempt.class,
          Incident.class,
          WorkItem.class,
          ReplyInboxEntry.class,
          WebhookDelivery.class,
          DueTask.class,
          ParkedEvent.class,
          Substitution.class,
          Notification.class,
          CaseEvent.class,
          CircuitChange.class);

  private final List<Object> records = new ArrayList<>();
  private final HistoryBatch history = new HistoryBatch();

  void add(Object record) {
    if (!ORDER.contains(record.getClass())) {
      throw new IllegalArgumentException("the order of " + record.getClass() + " is not known");
    }
    records.add(record);
  }

  HistoryBatch history() {
    return history;
  }

  <T> List<T> of(Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  void write(SessionImplementor session) {
    records.sort(Comparator.comparingInt(record -> ORDER.indexOf(record.getClass())));
    records.forEach(session::persist);
    records.clear();
    session.flush();
    List<HistoryRow> rows = history.take();
    if (!rows.isEmpty()) {
      session.doWork(connection -> HistoryInsert.into(connection, rows));
    }
  }
}
