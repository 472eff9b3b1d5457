package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.casebound.fulfillment.desk.MessageDesk;
import org.casebound.fulfillment.intake.LateDocuments;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** What a requester writes about his request, with a file. What is refused stays in the form, and the reason stands at its field. */
@Named
@ViewScoped
public class TrackReply implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MessageDesk desk;
  @Inject private Notices notices;
  @Inject private Refusals refusals;
  @Inject private Texts texts;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private final UploadField paper = new UploadField(LateDocuments.PERMITTED);
  private String text = "";
  private String problem = "";

  /** Sends it, and shows the page anew. */
  public void send() {
    String number = path == null ? "" : path;
    problem = new MessageText(text).problem(texts);
    paper.refuse("");
    if (problem.isEmpty() && notices.runs(() -> paper.sent(() -> desk.write(number, text, paper.upload()), refusals)) && !paper.isWrong()) {
      notices.success(texts.of("track.sent"));
      Address.of("/track/" + number).place("talk").go();
    }
  }

  public UploadField getPaper() {
    return paper;
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String typed) {
    text = MessageText.of(typed).typed();
  }

  public String getProblem() {
    return problem;
  }
}
