package org.casebound.web.console;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.casebound.fulfillment.intake.LateDocuments;
import org.casebound.fulfillment.intake.Upload;
import org.jspecify.annotations.Nullable;

/** A message that somebody writes, with a file. What is refused stays in the form, and the reason stands at its field. */
public class MessageForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final UploadField paper = new UploadField(LateDocuments.PERMITTED);
  private String text = "";
  private String problem = "";

  /** Sends it, and answers whether that was done. */
  boolean sends(BiConsumer<String, Optional<Upload>> desk, Notices notices, Refusals refusals, Texts texts) {
    problem = new MessageText(text).problem(texts);
    paper.refuse("");
    return problem.isEmpty() && notices.runs(() -> paper.sent(() -> desk.accept(text, paper.upload()), refusals)) && !paper.isWrong();
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
