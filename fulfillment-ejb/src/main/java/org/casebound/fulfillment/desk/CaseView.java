package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.MessageSide;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;

/**
 * A case as one caller may see it, with everything that belongs to it.
 *
 * @param statusText the status in plain words, e.g. "Waiting for core banking since 10:42"
 * @param escalatedAt since when a rule asks for attention
 * @param version give it back with a change: a stale one is refused
 * @param mayTake whether this caller may take the case from its queue
 * @param mayClose whether this caller may close it by hand
 * @param mayAssign whether this caller may give it to a person or another queue
 * @param mayReopen whether this caller may reopen it
 * @param mayPause whether this caller may stop the clocks of its promised times
 * @param mayResume whether this caller may start them again
 * @param mayWrite whether this caller may write a message
 * @param mayAddDocument whether this caller may add a document
 * @param milestones its promised times, oldest first
 * @param links with cases that this caller may see, too
 * @param messages between its requester and those who work on it, oldest first; empty for everybody else
 */
public record CaseView(
    long id,
    String number,
    String subject,
    CaseStatus status,
    String statusText,
    Optional<Resolution> resolution,
    Optional<String> closeReason,
    Priority priority,
    String requester,
    Owner owner,
    ProcessView process,
    Instant createdAt,
    Optional<Instant> closedAt,
    Optional<Instant> escalatedAt,
    int version,
    boolean mayTake,
    boolean mayClose,
    boolean mayAssign,
    boolean mayReopen,
    boolean mayPause,
    boolean mayResume,
    boolean mayWrite,
    boolean mayAddDocument,
    List<MilestoneView> milestones,
    RequestView request,
    List<DocumentView> documents,
    List<MessageView> messages,
    List<LinkView> links,
    List<FlowView> flows,
    List<IncidentView> incidents,
    List<HistoryView> history) {

  /**
   * The process that the case follows, in the version it was filed under.
   *
   * @param documents those that it wants
   */
  public record ProcessView(String name, String label, int version, List<DocumentRequirement> documents) {}

  /** The service catalog request. */
  public record RequestView(long id, List<AttributeView> attributes) {}

  /**
   * One attribute of the request.
   *
   * @param value JSON-like value; empty text when absent; dots when masked
   * @param masked whether the caller may not read the value
   * @param changes the values it had, with the one it has, newest first; empty when it never changed, or outside the view of a case
   */
  public record AttributeView(
      String name, String label, String group, String type, Object value, boolean masked, List<ValueChange> changes) {}

  /**
   * One document; its bytes come from {@link CaseDesk#document}.
   *
   * @param requirement name of the document of the process that it serves; empty when it serves none
   * @param found what a scanner found in it; empty when it found nothing
   * @param delayed whether a scanner is to look at it and could not yet
   * @param readable whether its bytes are given away
   */
  public record DocumentView(
      long id,
      String requirement,
      String name,
      String mediaType,
      long bytes,
      String sha256,
      String scanState,
      String found,
      boolean delayed,
      boolean readable,
      Instant uploadedAt) {}

  /**
   * One message.
   *
   * @param from who wrote it to the other
   * @param documentId the document that came with it
   * @param readAt when the other side has read it
   */
  public record MessageView(
      long id, MessageSide from, String author, String text, Optional<Long> documentId, Instant sentAt, Optional<Instant> readAt) {}

  /** One flow of the case. */
  public record FlowView(
      long id,
      String name,
      String label,
      FlowState state,
      Instant startedAt,
      Optional<Instant> endedAt,
      List<StageView> stages) {}

  /** One stage; a straight-through flow has a single one. Stages that were not reached are NOT_STARTED. */
  public record StageView(String name, String label, StageState state, List<StepView> steps) {}

  /**
   * One step.
   *
   * @param kind {@code interactive} or {@code background}
   * @param reason why it waits or failed; empty text when there is nothing to say
   * @param dueAt next try, timer or end of the acknowledgement time
   * @param decisions how people decided it, oldest first; empty for those who only asked for the service
   */
  public record StepView(
      String name,
      String label,
      String kind,
      StepState state,
      Optional<String> outcome,
      String reason,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      Optional<Instant> dueAt,
      Optional<Long> workItemId,
      List<AttemptView> attempts,
      List<DecisionView> decisions) {}

  /**
   * How a person decided a step.
   *
   * @param onBehalfOf for whom he did so
   * @param ticked labels of what he had compared and checked
   */
  public record DecisionView(
      String by, Optional<String> onBehalfOf, String outcome, Optional<Instant> at, List<String> ticked) {}

  /**
   * One try of a call.
   *
   * @param element name of the element that called
   * @param payload what was sent ({@code request}) and answered ({@code reply}), as far as it is kept and the reader may see it
   * @param outcome {@code PLANNED}, {@code RUNNING}, {@code ACCEPTED}, {@code DONE}, {@code REJECTED}, {@code FAILED}, {@code UNKNOWN}, {@code LOST}
   */
  public record AttemptView(
      int number,
      String element,
      String integration,
      String idempotencyKey,
      String outcome,
      String message,
      Map<String, Object> payload,
      Instant startedAt,
      Optional<Instant> endedAt) {}

  /** Something a person must decide. */
  public record IncidentView(
      long id, String code, String message, String step, Instant raisedAt, Optional<Instant> resolvedAt) {}

  /** One change of state. */
  public record HistoryView(
      Instant at, String actor, String subject, String name, String from, String to, String why) {}
}
