package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.MessageSide;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.MessageDesk;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** A request as its requester follows it: how far it is, what it waits for, how it ended. */
@Named
@RequestScoped
public class TrackPage {
  @Inject private CaseDesk desk;
  @Inject private MessageDesk messageDesk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private RequestFacts requests;
  @Inject private Visitor visitor;
  @Inject @Param(pathIndex = 0) private @Nullable String path;
  @Inject @Param private @Nullable String filed;

  private CaseView view;

  /** Reads the case. */
  public void open() {
    notices.read(this::getView);
  }

  /** The case, read once: by the page when it is opened, by the form when it comes back. What its requester sees here he has read. */
  public CaseView getView() {
    if (view == null) {
      view = desk.byNumber(path == null ? "" : path);
      if (isRequester() && MessageLine.unread(view, MessageSide.REQUESTER) > 0) {
        messageDesk.read(view.number());
      }
    }
    return view;
  }

  /** Whether it was filed a moment ago: then this page is the receipt. */
  public boolean isFiled() {
    return filed != null;
  }

  /** Whether something can still change. */
  public boolean isOpen() {
    return getView().status() != CaseStatus.CLOSED;
  }

  /** What was written to each other, oldest first. */
  public List<MessageLine> getMessages() {
    return MessageLine.forRequester(getView(), texts);
  }

  /** Whether the requester may write now. */
  public boolean isMayReply() {
    return isRequester() && getView().mayWrite();
  }

  /** Whether the request ended too long ago to write about it. */
  public boolean isTooLate() {
    return isRequester() && !getView().mayWrite();
  }

  /** Whether the visitor asked for it himself: then he writes and reads messages here, as others do on the page of the case. */
  public boolean isRequester() {
    return getView().requester().equals(visitor.getName());
  }

  /** Where the request stands, in the requester's words. */
  public String getHeadline() {
    return TrackWords.headline(getView(), texts);
  }

  /** What it waits for, or how it ended, in one sentence. */
  public String getExplanation() {
    return TrackWords.explanation(getView(), texts);
  }

  /** The way of the request from filing to end. */
  public List<TrackStage> getStages() {
    return TrackStage.of(getView(), texts);
  }

  /** A work item of the case that is still open, for those who work items: what whoever filed for somebody else does next. */
  public Optional<Long> getOpenItem() {
    return visitor.isAgent() ? CasePage.openItem(getView()) : Optional.empty();
  }

  public List<FactGroup> getFacts() {
    return requests.facts(getView());
  }

  public List<DocumentLink> getDocuments() {
    return DocumentLink.of(getView(), texts);
  }
}
