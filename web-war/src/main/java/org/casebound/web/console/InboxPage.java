package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.fulfillment.desk.WorkItemDesk.QueueCount;
import org.casebound.fulfillment.desk.WorkItemQuery;
import org.casebound.fulfillment.desk.WorkItemSummary;
import org.casebound.fulfillment.desk.WorkItemView;
import org.jspecify.annotations.Nullable;

/** The inbox: work items that the visitor may work, filtered by queue and by what is shown. Its state is in the address. */
@Named
@ViewScoped
public class InboxPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 50;
  private static final Set<String> SHOWS = Set.of("open", "free", "mine", "done");

  @Inject private WorkItemDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;

  private @Nullable String queue;
  private String show = "open";
  private @Nullable String cursor;
  private transient List<QueueCount> queues = List.of();
  private transient Page<WorkItemSummary> page = new Page<>(List.of(), Optional.empty());

  /** Reads the list. */
  public void open() {
    notices
        .read(desk::queues)
        .ifPresent(
            counted -> {
              queues = counted;
              page = notices.read(() -> desk.page(query())).orElse(page);
            });
  }

  /** Claims an item and stays in the list. */
  public void claim(long id) {
    notices.run(() -> desk.claim(id)).ifPresent(item -> {
      notices.success(texts.of("inbox.claimed", item.label(), item.caseView().number()));
      at(show, queue).place("row-" + id).go();
    });
    open();
  }

  /** Claims the most urgent item that the visitor may work, and opens it. */
  public void next() {
    Optional<Optional<WorkItemView>> answer = notices.run(desk::next);
    answer.flatMap(item -> item).ifPresentOrElse(item -> Address.of("/work/" + item.id()).go(), () -> {
      if (answer.isPresent()) {
        notices.problem(texts.of("inbox.nothing"));
      }
      open();
    });
  }

  /** The address of this list with another filter, from its first page. */
  public String address(String toShow, @Nullable String toQueue) {
    return at(toShow, toQueue).toString();
  }

  private static Address at(String toShow, @Nullable String toQueue) {
    return Address.of("/inbox").with("show", toShow.equals("open") ? null : toShow).with("queue", toQueue);
  }

  private WorkItemQuery query() {
    return new WorkItemQuery(
        Optional.ofNullable(queue),
        switch (show) {
          case "free" -> Optional.of(WorkItemState.OFFERED);
          case "done" -> Optional.of(WorkItemState.COMPLETED);
          default -> Optional.empty();
        },
        show.equals("mine") ? Optional.of(visitor.getName()) : Optional.empty(),
        Optional.ofNullable(cursor),
        SIZE);
  }

  /** Who has the item, in words. */
  public String holder(WorkItemSummary item) {
    return WorkItemText.holder(texts, item.state(), item.assignee(), visitor.getName());
  }

  /** Whether the visitor may claim the item from the list: it is offered to everybody of the queue, or to him. */
  public boolean mayClaim(WorkItemSummary item) {
    return item.state() == WorkItemState.OFFERED && item.assignee().filter(person -> !person.equals(visitor.getName())).isEmpty();
  }

  /** What people call a queue. */
  public String label(String name) {
    return OwnerText.queue(name, queues);
  }

  public List<WorkItemSummary> getItems() {
    return page.items();
  }

  public List<QueueCount> getQueues() {
    return queues;
  }

  /** Open items in all queues of the visitor. */
  public long getTotal() {
    return queues.stream().mapToLong(QueueCount::open).sum();
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next()
        .map(c -> at(show, queue).with("cursor", c).toString())
        .orElse(null);
  }

  public @Nullable String getQueue() {
    return queue;
  }

  public void setQueue(@Nullable String queue) {
    this.queue = queue;
  }

  public String getShow() {
    return show;
  }

  public void setShow(@Nullable String show) {
    this.show = show != null && SHOWS.contains(show) ? show : "open";
  }

  public @Nullable String getCursor() {
    return cursor;
  }

  public void setCursor(@Nullable String cursor) {
    this.cursor = cursor;
  }
}
