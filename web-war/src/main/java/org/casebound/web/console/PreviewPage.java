package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.desk.InboxChoices;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.fulfillment.desk.WorkItemView;
import org.jspecify.annotations.Nullable;

/** A work item as it is shown beside the inbox: a part of a page, which the inbox's script puts there. */
@Named
@RequestScoped
public class PreviewPage {
  @Inject private WorkItemDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;
  @Inject private RequestFacts requests;
  @Inject private InboxChoices choices;

  private @Nullable String id;
  private @Nullable WorkItemView item;

  /** Reads the item; a number that is none, or not his, is "not found". */
  public void open() {
    if (id == null || !id.matches("\\d{1,18}")) {
      notices.refuse(404, "");
      return;
    }
    long number = Long.parseLong(id);
    notices.read(() -> desk.get(number)).ifPresent(read -> item = read);
  }

  public @Nullable WorkItemView getItem() {
    return item;
  }

  /** Who has the item, in words. */
  public String getHolder() {
    return item == null ? "" : WorkItemText.holder(texts, item.state(), item.assignee(), visitor.getName());
  }

  /** What people call the item's queue. */
  public String getQueue() {
    return item == null ? "" : InboxChip.labelOf(choices.choices().queues(), item.queue());
  }

  public List<FactGroup> getFacts() {
    return item == null ? List.of() : requests.facts(item.caseView());
  }

  public List<DocumentLink> getDocuments() {
    return item == null ? List.of() : DocumentLink.of(item.caseView(), texts);
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }
}
