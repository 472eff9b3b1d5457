package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.casebound.domain.cases.MessageSide;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.MessageDesk;

/** What those who work the case on the page and its requester write to each other. A refused message stays in its box, and its file stays chosen. */
@Named("messages")
@ViewScoped
public class MessageBox implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MessageDesk desk;
  @Inject private CasePage page;
  @Inject private Notices notices;
  @Inject private Refusals refusals;
  @Inject private Texts texts;
  @Inject private Visitor visitor;

  private final MessageForm form = new MessageForm();

  /** Writes to the requester. */
  public void send() {
    String number = page.getView().number();
    if (form.sends((text, file) -> desk.write(number, text, file), notices, refusals, texts)) {
      go("messages.sent");
    }
  }

  /** Notes that what the requester wrote was read. */
  public void read() {
    String number = page.getView().number();
    if (notices.runs(() -> desk.read(number))) {
      go("messages.marked");
    }
  }

  private void go(String said) {
    notices.success(texts.of(said));
    page.address().place("messages").go();
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

  public MessageForm getForm() {
    return form;
  }
}
