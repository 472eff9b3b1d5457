package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.desk.IncidentDesk;
import org.casebound.fulfillment.desk.IncidentFilter;
import org.casebound.fulfillment.desk.IncidentGroup;
import org.casebound.fulfillment.desk.IncidentSummary;
import org.casebound.fulfillment.desk.Page;
import org.jspecify.annotations.Nullable;

/** Open incidents by cause, and the list behind a cause. All of its state is in the address. */
@Named
@RequestScoped
public class IncidentsPage {
  private static final String PATH = "/ops/incidents";
  private static final int SIZE = 50;

  @Inject private IncidentDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  private IncidentFilter filter = IncidentFilter.ALL;
  private Optional<String> cursor = Optional.empty();
  private List<IncidentGroup> groups = List.of();
  private Page<IncidentSummary> page = new Page<>(List.of(), Optional.empty());

  /** Reads causes and list. */
  public void open() {
    filter = IncidentFilter.of(AddressParameters.of(request));
    cursor = AddressParameters.of(request).apply("cursor");
    notices
        .read(() -> desk.groups(filter))
        .ifPresent(
            found -> {
              groups = found;
              page = isNarrowed() ? notices.ask(() -> desk.page(filter, cursor, SIZE)).orElse(page) : page;
            });
  }

  /** Whether a list is asked for, and not only the causes. */
  public boolean isNarrowed() {
    return !filter.equals(IncidentFilter.ALL);
  }

  /** Address of the list behind a cause. */
  public String list(IncidentGroup group) {
    return Address.of(PATH).with(group.filter().parameters()).place("list").toString();
  }

  /** Address of the operation on all incidents of a cause. */
  public String batch(IncidentGroup group) {
    return Address.of("/ops/batch").with(group.filter().parameters()).with("target", "INCIDENTS").toString();
  }

  /** What usually helps. */
  public String remedy(IncidentGroup group) {
    return texts.of("remedy." + Remedy.of(group.code(), group.connector()));
  }

  /** How many incidents there are, in words. */
  public String getTotal() {
    return texts.of("incidents.total", groups.stream().mapToLong(IncidentGroup::count).sum());
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> Address.of(PATH).with(filter.parameters()).with("cursor", next).place("list").toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor.map(here -> Address.of(PATH).with(filter.parameters()).toString()).orElse(null);
  }

  public List<IncidentGroup> getGroups() {
    return groups;
  }

  public List<IncidentSummary> getItems() {
    return page.items();
  }
}
