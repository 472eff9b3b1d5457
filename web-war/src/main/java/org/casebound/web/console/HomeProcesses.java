package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.desk.FlowFilter;
import org.casebound.fulfillment.desk.StageTimeDesk;
import org.casebound.fulfillment.desk.StageTimes;
import org.casebound.fulfillment.intake.RequestCatalog;

/** The part of the start page for those who own processes: how long flows take, stage by stage. The process is in the address. */
@Named
@RequestScoped
public class HomeProcesses {
  @Inject private StageTimeDesk desk;
  @Inject private RequestCatalog catalog;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  private List<ServiceProcessDefinition> processes = List.of();
  private Optional<String> chosen = Optional.empty();
  private StageTimes times = new StageTimes(0, List.of(), List.of());

  void open() {
    processes = catalog.active().stream().filter(process -> process.fulfillmentFlow().isPresent()).toList();
    Optional<String> asked = AddressParameters.of(request).apply("process");
    chosen =
        processes.stream()
            .map(ServiceProcessDefinition::name)
            .filter(name -> asked.isEmpty() || asked.get().equals(name))
            .findFirst();
    chosen.flatMap(name -> notices.read(() -> desk.of(name))).ifPresent(read -> times = read);
  }

  /** The processes with a flow. */
  public List<Facet> getChoices() {
    return processes.stream()
        .map(
            process ->
                new Facet(
                    process.label(),
                    Address.of("/").with("process", process.name()).with("days", Period.of(AddressParameters.of(request).apply("days")).inAddress()).place("times").toString(),
                    -1,
                    chosen.filter(process.name()::equals).isPresent()))
        .toList();
  }

  /** The flows as a whole, and then their stages. */
  public List<StageTimes.Line> getLines() {
    return Stream.concat(
            times.whole().stream().map(line -> new StageTimes.Line(texts.of("home.times.whole"), line.count(), line.median(), line.most())),
            times.stages().stream())
        .toList();
  }

  /** The times as a chart, in minutes. */
  public String getChart() {
    List<StageTimes.Line> lines = getLines();
    return ChartJson.bars(
        lines.stream().map(StageTimes.Line::label).toList(),
        List.of(
            new ChartJson.Series(texts.of("home.times.median"), "accent", lines.stream().map(line -> minutes(line.median())).toList(), List.of()),
            new ChartJson.Series(texts.of("home.times.most"), "warn", lines.stream().map(line -> minutes(line.most())).toList(), List.of())),
        false);
  }

  /** A time in minutes, to the hundredth. */
  static double minutes(Duration time) {
    return Math.round(time.toMillis() / 600.0) / 100.0;
  }

  /** A time in words, to the second when it is short. */
  public String text(Duration time) {
    if (time.toMinutes() < 1) {
      return texts.of("home.seconds", Math.max(1, time.toSeconds()));
    }
    if (time.toHours() < 2) {
      return texts.of("age.minutes", time.toMinutes());
    }
    return time.toDays() < 2 ? texts.of("age.hours", time.toHours()) : texts.of("age.days", time.toDays());
  }

  /** The flows that were looked at. */
  public Facet getFlows() {
    FlowFilter completed = FlowFilter.OPEN.ofProcess(chosen, Optional.empty()).in(Optional.of(FlowState.COMPLETED));
    return new Facet(texts.of("home.times.flows", times.flows()), Address.of("/ops").with(completed.parameters()).toString(), times.flows(), false);
  }
}
