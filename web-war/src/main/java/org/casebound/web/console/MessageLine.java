package org.casebound.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.MessageSide;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.CaseView.MessageView;

/**
 * One message as a page shows it to one side.
 *
 * @param own whether the reader's side wrote it
 * @param who who wrote it, in words
 * @param document what came with it
 * @param readAt when the other side has read it
 */
public record MessageLine(
    long id, boolean own, String who, String text, Optional<DocumentLink> document, Instant sentAt, Optional<Instant> readAt) {

  /** For those who work the case: the names of the authors. */
  static List<MessageLine> forStaff(CaseView view, Texts texts) {
    return view.messages().stream().map(message -> of(view, message, MessageSide.STAFF, message.author(), texts)).toList();
  }

  /** For the requester: himself and the team. */
  static List<MessageLine> forRequester(CaseView view, Texts texts) {
    return view.messages().stream()
        .map(
            message -> {
              boolean his = message.from() == MessageSide.REQUESTER;
              return of(view, message, MessageSide.REQUESTER, texts.of(his ? "track.you" : "track.team"), texts);
            })
        .toList();
  }

  private static MessageLine of(CaseView view, MessageView message, MessageSide reader, String who, Texts texts) {
    Optional<DocumentLink> document =
        message.documentId().flatMap(id -> view.documents().stream().filter(each -> each.id() == id).findFirst()).map(each -> DocumentLink.of(view, each, texts));
    return new MessageLine(message.id(), message.from() == reader, who, message.text(), document, message.sentAt(), message.readAt());
  }

  /** Whether the reader's side has not read it yet. */
  public boolean isFresh() {
    return !own && readAt.isEmpty();
  }

  /** How many messages that side has not read. */
  static long unread(CaseView view, MessageSide reader) {
    return view.messages().stream().filter(message -> message.from() != reader && message.readAt().isEmpty()).count();
  }
}
