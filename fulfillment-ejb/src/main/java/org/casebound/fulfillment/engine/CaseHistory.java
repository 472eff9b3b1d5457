package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseMessage;
import org.casebound.domain.cases.CaseRelation;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.HistoryEntry.Subject;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.cases.MilestoneState;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.catalog.ScanState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.flow.ParkedEvent;
import org.casebound.fulfillment.notice.CaseBoard;
import org.casebound.fulfillment.notice.Changed;
import org.casebound.fulfillment.notice.Topic;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.webhook.WebhookOutbox;

/** Writes the history: every change of state; webhooks are told what they want to know of it. Works in the caller's transaction; screens that show the case are told once it is committed. */
@Dependent
public class CaseHistory {
  @Inject private NewRecords records;
  @Inject private Event<Changed> workChanged;
  @Inject private Event<CaseChanged> caseChanged;
  @Inject private CaseBoard board;
  @Inject private WebhookOutbox outbox;

  /**
   * The case was filed.
   *
   * @param why what is to be said about it; may be empty
   */
  public void filed(Case filed, String actor, String why) {
    add(
        filed.id(), filed.createdAt(), actor, Subject.CASE, filed.number().toString(), "", CaseStatus.NEW.name(), why);
    outbox.filed(filed);
  }

  /** A person or the system changed the case's status, if it did. */
  public void caseChanged(Case changed, CaseStatus before, String actor, String why, Instant now) {
    if (changed.status() != before) {
      add(
          changed.id(),
              now,
              actor,
              Subject.CASE,
              changed.number().toString(),
              before.name(),
              changed.status().name(),
              why);
      outbox.changed(changed, before, now);
    }
  }

  /** A person did something to the case that is no change of status, e.g. took it. */
  public void caseNote(Case noted, String actor, String from, String to, String why, Instant now) {
    add(noted.id(), now, actor, Subject.CASE, noted.number().toString(), from, to, why);
  }

  /** Somebody else answers for the case now. */
  public void owner(Case changed, Owner before, String actor, Instant now) {
    caseNote(changed, actor, before.name(), changed.owner().name(), "owner", now);
  }

  /** Something about the case that is no change of a state. */
  public void remark(Case noted, String actor, String text, Instant now) {
    caseNote(noted, actor, "", "", text, now);
  }

  /** A person changed a value of the request; {@code from} and {@code to} may be dots. */
  public void attribute(Case owner, String actor, String attribute, String from, String to, String why, Instant now) {
    add(owner.id(), now, actor, Subject.REQUEST, attribute, from, to, why);
  }

  /** A scanner looked at a document; the history names it by its id, because people may put anything into its name. */
  public void scanned(Document document, Instant now) {
    String id = Long.toString(document.id());
    add(document.caseId(), now, HistoryEntry.SYSTEM, Subject.DOCUMENT, id, ScanState.PENDING.name(), document.scanState().name(), document.scanNote());
  }

  /** A person added a document; the history names it by its id, too. */
  public void documentAdded(Document document, String actor) {
    add(document.caseId(), document.uploadedAt(), actor, Subject.DOCUMENT, Long.toString(document.id()), "", "ADDED", "");
  }

  /** A milestone changed. */
  public void milestone(Milestone changed, MilestoneState from, String actor, String why, Instant now) {
    add(changed.caseId(), now, actor, Subject.MILESTONE, changed.name(), from.name(), changed.state().name(), why);
  }

  /** A work item changed; screens are told once that is committed. */
  public void workItem(long caseId, String actor, String step, Enum<?> from, Enum<?> to, String why, Instant now) {
    workChanged.fire(new Changed(Topic.WORK));
    add(caseId, now, actor, Subject.WORK_ITEM, step, from.name(), to.name(), why);
  }

  /** Somebody wrote to the other side; what he wrote is in the message alone. */
  public void message(CaseMessage message) {
    add(message.caseId(), message.sentAt(), message.author(), Subject.MESSAGE, String.valueOf(message.id()), "", message.side().name(), "");
  }

  /** A person linked two cases; either history says what its case is to the other. */
  public void linked(Case about, CaseRelation relation, Case other, String actor, Instant now) {
    add(about.id(), now, actor, Subject.LINK, other.number().toString(), "", relation.name(), "");
    add(other.id(), now, actor, Subject.LINK, about.number().toString(), "", relation.inverse().name(), "");
  }

  /** A person took the link of two cases away. */
  public void unlinked(Case about, CaseRelation relation, Case other, String actor, Instant now) {
    add(about.id(), now, actor, Subject.LINK, other.number().toString(), relation.name(), "REMOVED", "");
    add(other.id(), now, actor, Subject.LINK, about.number().toString(), relation.inverse().name(), "REMOVED", "");
  }

  /** A person decided what becomes of a failed step, or of a flow that stopped between two steps. */
  public void decided(Incident incident, String actor, String decision, String reason, Instant now) {
    add(incident.caseId(), now, actor, Subject.STEP, incident.stepName(), "ERROR", decision, reason);
  }

  /** Something that happened while a flow was suspended changes nothing any more. */
  void parkedTooLate(FulfillmentFlow flow, ParkedEvent event, String why, Instant now) {
    add(flow.caseId(), now, event.actor(), Subject.FLOW, flow.name(), "PARKED", "TOO_LATE", why);
  }

  /** A flow goes on in another version of its definition. */
  void migrated(FulfillmentFlow flow, String actor, int from, int to, String reason, Instant now) {
    add(flow.caseId(), now, actor, Subject.FLOW, flow.name(), "VERSION " + from, "VERSION " + to, reason);
  }

  /** Something worth knowing that changed no state. */
  void noted(FlowContext context, Subject subject, String name, String what, String why) {
    add(context.workedCase().id(), context.now(), context.actor(), subject, name, "", what, why);
  }

  void caseChanged(FlowContext context, CaseStatus before, String why) {
    caseChanged(context.workedCase(), before, context.actor(), why, context.now());
  }

  void changed(FlowContext context, Subject subject, String name, Enum<?> from, Enum<?> to, String why) {
    if (from != to) {
      add(
          context.workedCase().id(), context.now(), context.actor(), subject, name, from.name(), to.name(), why);
    }
  }

  private void add(
      long caseId, Instant at, String actor, Subject subject, String name, String from, String to, String why) {
    records.add(new HistoryEntry(caseId, at, actor, subject, name, from, to, why));
    if (board.isFollowed(caseId)) {
      caseChanged.fire(new CaseChanged(caseId));
    }
  }
}
