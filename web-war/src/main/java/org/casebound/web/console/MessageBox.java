package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.MessageSide;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.MessageDesk;
import org.jspecify.annotations.Nullable;

/** What those who work the case on the page and its requester write to each other. A refused message stays in its box. */
@Named("messages")
@RequestScoped
public class MessageBox {
  @Inject private MessageDesk desk;
  @Inject private CasePage page;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;

  private MessageText text = new MessageText("");
  private String problem = "";

  /** Writes to the requester. */
  public void send() {
    problem = text.problem(texts);
    String number = page.getView().number();
    if (problem.isEmpty() && notices.runs(() -> desk.write(number, text.typed(), Optional.empty()))) {
      go(number, "messages.sent");
    }
  }

  /** Notes that what the requester wrote was read. */
  public void read() {
    String number = page.getView().number();
    if (notices.runs(() -> desk.read(number))) {
      go(number, "messages.marked");
    }
  }

  private void go(String number, String said) {
    notices.success(texts.of(said));
    Address.of("/case/" + number).place("messages").go();
  }

  /** Oldest first. */
  public List<MessageLine> lines(CaseView view) {
    return MessageLine.forStaff(view, texts);
  }

  /** How many messages of the requester nobody has read, in words; empty text when there is none, or when they are not the reader's to answer. */
  public String unread(CaseView view) {
    long count = visitor.isAgent() && !isOwn(view) ? MessageLine.unread(view, MessageSide.STAFF) : 0;
    if (count == 0) {
      return "";
    }
    return count == 1 ? texts.of("messages.unread.one") : texts.of("messages.unread.many", count);
  }

  /** Whether the reader is the requester himself, who writes on the page of his request. */
  public boolean isOwn(CaseView view) {
    return view.requester().equals(visitor.getName());
  }

  /** Who reads what is written. */
  public String hint(CaseView view) {
    return texts.of("messages.hint", view.requester());
  }

  public String getText() {
    return text.typed();
  }

  public void setText(@Nullable String typed) {
    text = MessageText.of(typed);
  }

  public String getProblem() {
    return problem;
  }
}
