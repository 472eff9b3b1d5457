package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.desk.FlowCensus;
import org.casebound.fulfillment.desk.FlowDesk;
import org.casebound.fulfillment.desk.FlowFilter;
import org.casebound.fulfillment.desk.FlowQuery;
import org.casebound.fulfillment.desk.FlowSummary;
import org.casebound.fulfillment.desk.Page;
import org.jspecify.annotations.Nullable;

/** The list of flows, and what narrows it down. All of its state is in the address. */
@Named
@RequestScoped
public class FlowsPage {
  private static final int SIZE = 50;

  @Inject private FlowDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Words words;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;

  private FlowFilter filter = FlowFilter.OPEN;
  private Optional<String> cursor = Optional.empty();
  private FlowCensus census = new FlowCensus(List.of());
  private Page<FlowSummary> page = new Page<>(List.of(), Optional.empty());
  private long retrying;

  /** Reads the list. */
  public void open() {
    filter = FlowFilter.of(AddressParameters.of(request));
    cursor = AddressParameters.of(request).apply("cursor");
    notices
        .read(desk::census)
        .ifPresent(
            counted -> {
              census = counted;
              retrying = desk.count(FlowFilter.RETRYING);
              page = notices.ask(() -> desk.page(new FlowQuery(filter, cursor, SIZE))).orElse(page);
            });
  }

  private FlowFacets facets() {
    return new FlowFacets(census, filter, texts, words);
  }

  public List<Facet> getStates() {
    return facets().states();
  }

  public List<Facet> getAges() {
    return facets().ages();
  }

  public List<Facet> getStages() {
    return facets().stages();
  }

  public List<Facet> getChips() {
    return facets().chips();
  }

  public List<FlowFacets.Version> getVersions() {
    return facets().versions();
  }

  /** The flows with a call that waits for its next try. */
  public Facet getRetries() {
    return new Facet(
        texts.of("ops.retrying"), Address.of("/ops").with(FlowFilter.RETRYING.parameters()).toString(), retrying, filter.retrying());
  }

  /** How many flows the list has, in words; only what is shown of one that is not counted. */
  public String getTotal() {
    if (filter.equals(FlowFilter.RETRYING)) {
      return texts.of("ops.total", retrying);
    }
    boolean more = page.next().isPresent() || cursor.isPresent();
    return filter.counted() || !more
        ? texts.of("ops.total", filter.counted() ? census.of(filter).count() : getItems().size())
        : texts.of("ops.shown", getItems().size());
  }

  /** The address of the place of a flow on the page of its case. */
  public String flowAddress(FlowSummary flow) {
    return Address.of("/case/" + flow.caseNumber()).place("flow-" + flow.id()).toString();
  }

  /** Address of an operation on all flows of the list. */
  public String getBatchAddress() {
    return Address.of("/ops/batch").with("target", "FLOWS").with(filter.parameters()).toString();
  }

  /** Whether the visitor may operate on all flows of the list, and there are some. */
  public boolean isForBatches() {
    return visitor.isOperator() && filter.counted() && !page.items().isEmpty();
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> Address.of("/ops").with(filter.parameters()).with("cursor", next).toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor.map(here -> Address.of("/ops").with(filter.parameters()).toString()).orElse(null);
  }

  public List<FlowSummary> getItems() {
    return page.items();
  }

  public FlowFilter getFilter() {
    return filter;
  }
}
