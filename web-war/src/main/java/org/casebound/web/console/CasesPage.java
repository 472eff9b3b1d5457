package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.Owner;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.CaseQuery;
import org.casebound.fulfillment.desk.CaseSummary;
import org.casebound.fulfillment.desk.EndedPromise;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.PromiseKept;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.fulfillment.desk.WorkItemDesk.QueueCount;
import org.jspecify.annotations.Nullable;

/** The list of cases that the visitor may see. Its state is in the address. */
@Named
@ViewScoped
public class CasesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 50;

  @Inject private CaseDesk cases;
  @Inject private WorkItemDesk items;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;

  private String view = "all";
  private @Nullable String queue;
  private @Nullable String status;
  private @Nullable String promise;
  private Period period = Period.MONTH;
  private boolean late;
  private @Nullable String cursor;
  private transient List<QueueCount> queues = List.of();
  private transient Page<CaseSummary> page = new Page<>(List.of(), Optional.empty());

  /** Reads the list. */
  public void open() {
    if (visitor.isAgent()) {
      queues = notices.read(items::queues).orElse(List.of());
    }
    page = notices.read(() -> cases.page(query())).orElse(page);
  }

  private CaseQuery query() {
    return new CaseQuery(
        Optional.ofNullable(status).map(CaseStatus::valueOf),
        Optional.ofNullable(queue),
        view.equals("mine") ? Optional.of(visitor.getName()) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        late,
        Optional.empty(),
        Arrays.stream(PromiseKept.values()).filter(each -> each.name().equals(promise)).findFirst().map(how -> new EndedPromise(how, period.days())),
        Optional.ofNullable(cursor),
        SIZE);
  }

  /** The address of this list with another filter, from its first page. */
  public String address(String toView, @Nullable String toQueue, @Nullable String toStatus) {
    return narrowed(at(toView, toQueue, toStatus)).toString();
  }

  private Address narrowed(Address list) {
    return list.with("promise", promise).with("days", promise == null ? "" : period.inAddress()).with("late", late ? "true" : "");
  }

  private static Address at(String toView, @Nullable String toQueue, @Nullable String toStatus) {
    return Address.of("/cases").with("view", toView.equals("all") ? null : toView).with("queue", toQueue).with("status", toStatus);
  }

  /** What else the list is narrowed down to, in words, with the address of the list without it. */
  public List<Facet> getChips() {
    String address = at(view, queue, status).toString();
    return Stream.of(promise == null ? "" : texts.of("cases.promise." + promise, period.days()), late ? texts.of("cases.late") : "")
        .filter(text -> !text.isEmpty())
        .map(text -> new Facet(text, address, -1, true))
        .toList();
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(c -> narrowed(at(view, queue, status)).with("cursor", c).toString()).orElse(null);
  }

  /** Who answers for a case, in words. */
  public String ownerText(Owner owner) {
    return OwnerText.of(texts, owner, visitor.getName(), queues);
  }

  public List<CaseSummary> getItems() {
    return page.items();
  }

  public List<QueueCount> getQueues() {
    return queues;
  }

  public List<CaseStatus> getStatuses() {
    return Arrays.asList(CaseStatus.values());
  }

  public String getView() {
    return view;
  }

  public void setView(@Nullable String view) {
    this.view = "mine".equals(view) ? "mine" : "all";
  }

  public @Nullable String getQueue() {
    return queue;
  }

  public void setQueue(@Nullable String queue) {
    this.queue = queue;
  }

  public @Nullable String getStatus() {
    return status;
  }

  /** Text that names no status shows all of them. */
  public void setStatus(@Nullable String status) {
    this.status = Arrays.stream(CaseStatus.values()).map(Enum::name).filter(n -> n.equals(status)).findFirst().orElse(null);
  }

  public @Nullable String getPromise() {
    return promise;
  }

  /** Text that says nothing of promised times shows all cases. */
  public void setPromise(@Nullable String promise) {
    this.promise = Arrays.stream(PromiseKept.values()).map(Enum::name).filter(n -> n.equals(promise)).findFirst().orElse(null);
  }

  public String getDays() {
    return period.inAddress();
  }

  /** How many last days promised times are looked at; text that names no period is the usual one. */
  public void setDays(@Nullable String days) {
    this.period = Period.of(Optional.ofNullable(days));
  }

  public boolean isLate() {
    return late;
  }

  public void setLate(boolean late) {
    this.late = late;
  }

  public @Nullable String getCursor() {
    return cursor;
  }

  public void setCursor(@Nullable String cursor) {
    this.cursor = cursor;
  }
}
