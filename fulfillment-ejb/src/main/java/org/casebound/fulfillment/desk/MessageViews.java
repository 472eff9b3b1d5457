package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseMessage;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.MessageSide;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.CaseView.MessageView;
import org.casebound.fulfillment.persistence.CaseMessageRepository;

/** The messages of a case for one caller. They are read by its requester and by those who work on cases, and by nobody else. */
@Dependent
class MessageViews {
  @Inject private CaseMessageRepository messages;
  @Inject private Clock clock;

  /** The side of a caller who may see the case; empty when the messages are not his to read. */
  static Optional<MessageSide> sideOf(Caller caller, Case seen) {
    if (seen.requester().equals(caller.name())) {
      return Optional.of(MessageSide.REQUESTER);
    }
    return caller.works() ? Optional.of(MessageSide.STAFF) : Optional.empty();
  }

  /** Oldest first. They are not looked for when the history knows of none. */
  List<MessageView> of(Case seen, Caller caller, List<HistoryEntry> past) {
    return sideOf(caller, seen).isEmpty() || past.stream().noneMatch(entry -> entry.subject() == HistoryEntry.Subject.MESSAGE)
        ? List.of()
        : messages.ofCase(seen.id()).stream().map(MessageViews::view).toList();
  }

  /** Whether the caller may write one now. */
  boolean mayWrite(Case seen, Caller caller) {
    return sideOf(caller, seen).filter(side -> CaseMessage.mayWrite(seen, side, clock.instant())).isPresent();
  }

  static MessageView view(CaseMessage message) {
    return new MessageView(
        message.id(), message.side(), message.author(), message.text(), message.documentId(), message.sentAt(), message.readAt());
  }
}
