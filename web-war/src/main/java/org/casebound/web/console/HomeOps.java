package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.desk.AgeBand;
import org.casebound.fulfillment.desk.ConnectorDesk;
import org.casebound.fulfillment.desk.ConnectorView;
import org.casebound.fulfillment.desk.FlowCensus;
import org.casebound.fulfillment.desk.FlowDesk;
import org.casebound.fulfillment.desk.FlowFilter;
import org.casebound.fulfillment.desk.IncidentDesk;
import org.casebound.fulfillment.desk.IncidentFilter;
import org.casebound.fulfillment.desk.IncidentGroup;

/** The part of the start page for those who keep flows going: what has stopped and why, and whether back offices answer. */
@Named
@RequestScoped
public class HomeOps {
  private static final int MOST_CAUSES = 8;
  private static final String INCIDENTS = "/ops/incidents";

  @Inject private IncidentDesk incidents;
  @Inject private FlowDesk flows;
  @Inject private ConnectorDesk connectors;
  @Inject private Notices notices;
  @Inject private Texts texts;

  private List<IncidentGroup> groups = List.of();
  private FlowCensus census = new FlowCensus(List.of());
  private List<ConnectorView> health = List.of();
  private long open;
  private long retrying;

  void open() {
    notices
        .read(() -> incidents.groups(IncidentFilter.ALL))
        .ifPresent(
            found -> {
              groups = found;
              open = incidents.count(IncidentFilter.ALL);
              census = flows.census();
              retrying = flows.count(FlowFilter.RETRYING);
              health = connectors.all();
            });
  }

  /** The figures. */
  public List<Facet> getFigures() {
    return List.of(
        new Facet(texts.of("home.incidents"), Address.of(INCIDENTS).toString(), open, false),
        figure("home.stopped", FlowFilter.OPEN.in(Optional.of(FlowState.ERROR))),
        figure("home.old", FlowFilter.OPEN.aged(Optional.of(AgeBand.OLDER))),
        new Facet(texts.of("home.retrying"), Address.of("/ops").with(FlowFilter.RETRYING.parameters()).toString(), retrying, false));
  }

  private Facet figure(String text, FlowFilter filter) {
    return new Facet(texts.or(text, text), Address.of("/ops").with(filter.parameters()).toString(), census.of(filter).count(), false);
  }

  /** Causes of most incidents. */
  public List<Facet> getCauses() {
    return groups.stream()
        .limit(MOST_CAUSES)
        .map(
            group ->
                new Facet(
                    group.code() + " · " + (group.step().isEmpty() ? group.processLabel() : group.stepLabel()),
                    Address.of(INCIDENTS).with(group.filter().parameters()).toString(),
                    group.count(),
                    false))
        .toList();
  }

  /** The causes as a chart. */
  public String getCauseChart() {
    List<Facet> causes = getCauses();
    return ChartJson.bars(
        causes.stream().map(Facet::text).toList(),
        List.of(new ChartJson.Series(texts.of("ops.incidents"), "bad", causes.stream().map(Facet::count).toList(), causes.stream().map(Facet::address).toList())),
        false);
  }

  /** A connector, with the open incidents of its calls. */
  public record Connector(ConnectorView view, Facet incidents) {}

  public List<Connector> getConnectors() {
    return health.stream()
        .map(
            each ->
                new Connector(
                    each,
                    new Facet(
                        texts.of("ops.incidents"),
                        Address.of(INCIDENTS).with("connector", each.name()).toString(),
                        groups.stream().filter(group -> group.connector().equals(each.name())).mapToLong(IncidentGroup::count).sum(),
                        false)))
        .toList();
  }
}
