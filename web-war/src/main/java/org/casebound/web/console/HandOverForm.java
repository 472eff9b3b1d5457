package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.casebound.fulfillment.desk.HandOverDesk;
import org.jspecify.annotations.Nullable;

/** Gives the work item on the page to another person. A refused command keeps what was typed and says why. */
@Named("handOver")
@RequestScoped
public class HandOverForm {
  @Inject private HandOverDesk desk;
  @Inject private InboxPlace place;
  @Inject private Notices notices;
  @Inject private Texts texts;

  private String receiver = "";
  private String reason = "";

  /** The person has it from now on. */
  public void reassign(long id) {
    notices
        .run(() -> desk.reassign(id, receiver.strip(), reason))
        .ifPresent(item -> leave(id, texts.of("work.reassigned", item.label(), item.caseView().number(), receiver.strip())));
  }

  /** The person works it on the visitor's behalf. */
  public void delegate(long id) {
    notices
        .run(() -> desk.delegate(id, receiver.strip(), reason))
        .ifPresent(item -> leave(id, texts.of("work.delegated", item.label(), item.caseView().number(), receiver.strip())));
  }

  private void leave(long id, String success) {
    notices.success(success);
    place.after(id).go();
  }

  public String getReceiver() {
    return receiver;
  }

  public void setReceiver(@Nullable String receiver) {
    this.receiver = receiver == null ? "" : receiver;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
