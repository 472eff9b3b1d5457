package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.desk.CommentDesk;
import org.jspecify.annotations.Nullable;

/** What people say to each other about the case on the page, or that of its work item. A refused comment stays in its box. */
@Named("comments")
@RequestScoped
public class CommentBox {
  @Inject private CommentDesk desk;
  @Inject private WorkPage work;
  @Inject private CasePage page;
  @Inject private Notices notices;
  @Inject private Texts texts;

  private String text = "";
  private Optional<CommentDesk.Talk> talk = Optional.empty();

  /** Says it on the page of a work item; what is typed elsewhere there is kept as a draft. */
  public void addAtWork() {
    if (notices.runs(() -> desk.add(work.getItem().caseView().number(), text))) {
      work.keep();
      go(Address.of("/work/" + work.getItem().id()));
    }
  }

  /** Says it on the page of a case. */
  public void addAtCase() {
    String number = page.getView().number();
    if (notices.runs(() -> desk.add(number, text))) {
      go(page.address());
    }
  }

  private void go(Address there) {
    notices.success(texts.of("comments.added"));
    there.place("discussion").go();
  }

  /** What was said about a case, oldest first. */
  public List<CommentDesk.Said> said(String number) {
    return talk(number).comments();
  }

  /** Who can be mentioned by a click. */
  public List<String> people(String number) {
    return talk(number).people();
  }

  private CommentDesk.Talk talk(String number) {
    if (talk.isEmpty()) {
      talk = Optional.of(desk.of(number));
    }
    return talk.get();
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = text == null ? "" : text;
  }
}
