package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseMessage;
import org.casebound.domain.cases.MessageSide;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.CaseView.MessageView;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.intake.LateDocuments;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.Upload;
import org.casebound.fulfillment.persistence.CaseMessageRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/**
 * What the people who work a case and its requester write to each other: each agent who may see the case, each lead, and the requester himself,
 * on his side even if he works on cases, too. The other side is told that there is a message, not what it says.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class MessageDesk {
  /** So many messages of a requester may wait to be read. */
  static final int MOST_UNREAD = 20;

  @Inject private CaseAccess access;
  @Inject private CaseMessageRepository messages;
  @Inject private LateDocuments documents;
  @Inject private MessageNotices notices;
  @Inject private CaseHistory history;
  @Inject private KeptCases kept;
  @Inject private RecordIds ids;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * The messages of a case, newest first.
   *
   * @throws UnknownRecord when there is no such case that the caller may see
   * @throws ForbiddenAction MESSAGE-003 when he neither works on cases nor is its requester
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION
  })
  public Page<MessageView> page(String caseNumber, Optional<String> cursor, int size) {
    Caller caller = Caller.of(context);
    Case about = access.require(caseNumber, caller);
    requireSide(caller, about);
    List<CaseMessage> found = messages.page(about.id(), Cursor.before(cursor), Cursor.size(size) + 1);
    return Cursor.page(found, size, CaseMessage::id, MessageViews::view);
  }

  /**
   * Writes to the other side; what that has written counts as read then.
   *
   * @param document what comes with it
   * @throws RuleViolation MESSAGE-001 when the text is empty or too long, MESSAGE-002 when the case ended too long ago for its requester,
   *     MESSAGE-004 when its personal data is erased, MESSAGE-005 when too many messages of the requester wait to be read
   * @throws RequestRefused when the document is not permitted
   * @throws UnknownRecord when there is no such case that the caller may see
   * @throws ForbiddenAction MESSAGE-003 when he neither works on cases nor is its requester
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION
  })
  public MessageView write(String caseNumber, String text, Optional<Upload> document) {
    Caller caller = Caller.of(context);
    Case about = access.require(caseNumber, caller);
    MessageSide side = requireSide(caller, about);
    kept.require(about, "MESSAGE-004", "The personal data of case %s was erased, so nothing can be written about it any more.");
    if (side == MessageSide.REQUESTER && messages.unread(about.id(), side).size() >= MOST_UNREAD) {
      throw new RuleViolation("MESSAGE-005", "%d of your messages wait to be read; write again after an answer.".formatted(MOST_UNREAD));
    }
    Instant now = clock.instant();
    Long documentId = document.map(upload -> documents.add(about.id(), upload, "/document", now)).map(Document::id).orElse(null);
    CaseMessage message = new CaseMessage(ids.next(RecordKind.CASE_MESSAGE), about, side, caller.name(), text, documentId, now);
    read(about, side, now);
    messages.add(message);
    history.message(message);
    notices.tell(about, message);
    return MessageViews.view(message);
  }

  /**
   * Notes that the caller's side has read what the other has written.
   *
   * @throws UnknownRecord when there is no such case that the caller may see
   * @throws ForbiddenAction MESSAGE-003 when he neither works on cases nor is its requester
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION
  })
  public void read(String caseNumber) {
    Caller caller = Caller.of(context);
    Case about = access.require(caseNumber, caller);
    read(about, requireSide(caller, about), clock.instant());
  }

  private void read(Case about, MessageSide reader, Instant now) {
    messages.unread(about.id(), reader.other()).forEach(message -> message.read(now));
  }

  private static MessageSide requireSide(Caller caller, Case about) {
    return MessageViews.sideOf(caller, about)
        .orElseThrow(
            () -> new ForbiddenAction("MESSAGE-003", "Messages of a case are between its requester and the people who work on cases."));
  }
}
