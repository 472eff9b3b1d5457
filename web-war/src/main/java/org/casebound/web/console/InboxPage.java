package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.desk.InboxChoices;
import org.casebound.fulfillment.desk.InboxDesk;
import org.casebound.fulfillment.desk.InboxQuery;
import org.casebound.fulfillment.desk.InboxRow;
import org.casebound.fulfillment.desk.InboxSort;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.SavedViewDesk;
import org.casebound.fulfillment.desk.SavedViewDesk.Saved;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.fulfillment.desk.WorkItemView;

/**
 * The inbox: one list of work with the views and counts beside it. All of its state is in the address; commands that stay in the list
 * are sent by the page's script to {@link InboxActServlet}.
 */
@Named
@RequestScoped
public class InboxPage {
  private static final int SIZE = 50;

  @Inject private InboxDesk desk;
  @Inject private InboxChoices choices;
  @Inject private SavedViewDesk savedViews;
  @Inject private WorkItemDesk items;
  @Inject private InboxPlace place;
  @Inject private Presence presence;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;

  private InboxQuery query = InboxQuery.of(name -> Optional.empty());
  private InboxChoices.Choices known = new InboxChoices.Choices(List.of(), List.of(), List.of());
  private List<Saved> saved = List.of();
  private InboxDesk.Inbox inbox = new InboxDesk.Inbox(new Page<>(List.of(), Optional.empty()), Map.of(), List.of());

  /** Reads the list. */
  public void open() {
    query = InboxQuery.of(this::parameter);
    notices.read(choices::choices).ifPresent(found -> known = found);
    saved = notices.read(savedViews::list).orElse(List.of());
    List<InboxQuery> others = saved.stream().map(view -> InboxAddress.parse(view.query())).toList();
    inbox = notices.run(() -> desk.inbox(query, parameter("cursor"), SIZE, others)).orElse(inbox);
    presence.listed(visitor.getName(), getRows().stream().map(InboxRow::id).toList());
    if (request.getHeader("X-Requested-With") == null) {
      keepPlace();
    }
  }

  /** A page that only looks for news in the background does not move the visitor. */
  private void keepPlace() {
    Map<String, String> here = new LinkedHashMap<>(query.parameters());
    parameter("cursor").ifPresent(cursor -> here.put("cursor", cursor));
    place.at(here, getRows().stream().map(InboxRow::id).toList());
  }

  private Optional<String> parameter(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
  }

  /** Claims the most urgent item that the visitor may work, and opens it. */
  public void next() {
    Optional<Optional<WorkItemView>> answer = notices.run(items::next);
    answer.flatMap(item -> item).ifPresentOrElse(item -> Address.of("/work/" + item.id()).go(), () -> {
      if (answer.isPresent()) {
        notices.problem(texts.of("inbox.nothing"));
      }
      open();
    });
  }

  /** The views that everybody has. */
  public List<InboxTab> getViews() {
    return InboxTab.of(query, inbox.counts());
  }

  /** The views that the visitor, or a lead for everybody, has saved. */
  public List<InboxTab.SavedTab> getSaved() {
    return InboxTab.of(query, saved, inbox.saved());
  }

  /** What the list is narrowed down to. */
  public List<InboxChip> getChips() {
    return InboxChip.of(query, known, texts);
  }

  /** What it can be narrowed down to. */
  public List<InboxChip.Option> getOptions() {
    return InboxChip.options(known, texts, visitor.getName());
  }

  public InboxChoices.Choices getKnown() {
    return known;
  }

  public List<InboxRow> getRows() {
    return inbox.page().items();
  }

  /** How many items the list has, of all pages; of a narrowed one only what is shown is known. */
  public String getTotal() {
    long counted = inbox.counts().getOrDefault(query.view(), 0L);
    boolean narrowed = !query.filter().equals(org.casebound.fulfillment.desk.InboxFilter.NONE);
    boolean more = inbox.page().next().isPresent() || parameter("cursor").isPresent();
    long shown = getRows().size();
    if (narrowed && more) {
      return texts.of("inbox.shown", shown);
    }
    return texts.of("inbox.total", narrowed ? shown : counted);
  }

  /** Who has the item, in words. */
  public String holder(InboxRow item) {
    return WorkItemText.holder(texts, item.state(), item.assignee(), visitor.getName());
  }

  /** Who else has the item open: name and what he does, in words. */
  public List<Present> present(InboxRow item) {
    return presence.others(item.id(), visitor.getName()).stream()
        .map(other -> new Present(other.user(), texts.of("present." + other.doing().name().toLowerCase(Locale.ROOT), other.user())))
        .toList();
  }

  /** Another person at an item of the list. */
  public record Present(String user, String text) {}

  /** Whether the visitor may claim the item from the list: it is offered to everybody of the queue, or to him. */
  public boolean mayClaim(InboxRow item) {
    return item.state() == WorkItemState.OFFERED && item.assignee().filter(person -> !person.equals(visitor.getName())).isEmpty();
  }

  /** What people call a queue. */
  public String label(String queue) {
    return known.queues().stream()
        .filter(choice -> choice.name().equals(queue))
        .map(InboxChoices.Choice::label)
        .findFirst()
        .orElseGet(() -> OwnerText.queue(queue, List.of()));
  }

  /** Address of the next page; nothing on the last one. */
  public String getNextAddress() {
    return inbox.page().next().map(cursor -> InboxAddress.of(query).with("cursor", cursor).toString()).orElse("");
  }

  /** Address of the first page; nothing on it. */
  public String getFirstAddress() {
    return parameter("cursor").map(cursor -> InboxAddress.of(query).toString()).orElse("");
  }

  /** Address of the list as a file. */
  public String getExportAddress() {
    return InboxAddress.of("/inbox/csv", query).toString();
  }

  /** The list's parameters, for scripts and saved views. */
  public String getParameters() {
    return InboxAddress.write(query);
  }

  public String getView() {
    return query.view().name();
  }

  public String getSort() {
    return query.sort().name();
  }

  public List<InboxSort> getSorts() {
    return Arrays.asList(InboxSort.values());
  }

  public List<Priority> getPriorities() {
    return Arrays.asList(Priority.values());
  }
}
