package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.casebound.fulfillment.desk.MessageDesk;
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

  private final MessageForm form = new MessageForm();

  /** Sends it, and shows the page anew. */
  public void send() {
    String number = path == null ? "" : path;
    if (form.sends((text, file) -> desk.write(number, text, file), notices, refusals, texts)) {
      notices.success(texts.of("track.sent"));
      Address.of("/track/" + number).place("talk").go();
    }
  }

  public MessageForm getForm() {
    return form;
  }
}
