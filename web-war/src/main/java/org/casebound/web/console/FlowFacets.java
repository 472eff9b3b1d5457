package org.casebound.web.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.desk.AgeBand;
import org.casebound.fulfillment.desk.FlowCensus;
import org.casebound.fulfillment.desk.FlowFilter;

/** The choices that narrow a list of flows down. Each is counted from one census, so each count is the length of its list. */
record FlowFacets(FlowCensus census, FlowFilter shown, Texts texts, Words words) {

  /** All that have not ended, then each state; the ended ones are listed, but not counted. */
  List<Facet> states() {
    return Stream.concat(
            Stream.of(facet(texts.of("ops.open"), shown.in(Optional.empty()), shown.state().isEmpty())),
            Arrays.stream(FlowState.values())
                .map(one -> facet(words.of(one), shown.in(Optional.of(one)), shown.state().filter(one::equals).isPresent())))
        .filter(Facet::isShown)
        .toList();
  }

  List<Facet> ages() {
    return Stream.concat(
            Stream.of(facet(texts.of("ops.age.any"), shown.aged(Optional.empty()), shown.age().isEmpty())),
            Arrays.stream(AgeBand.values())
                .map(
                    band ->
                        facet(
                            texts.or("ops.age." + band, band.name()),
                            shown.aged(Optional.of(band)),
                            shown.age().filter(band::equals).isPresent())))
        .filter(Facet::isShown)
        .toList();
  }

  /** Stages of the chosen process; none when none is chosen. */
  List<Facet> stages() {
    if (shown.process().isEmpty()) {
      return List.of();
    }
    Map<String, String> labels = new LinkedHashMap<>();
    census.of(shown.at(Optional.empty())).cells().stream()
        .filter(cell -> !cell.stage().isEmpty())
        .forEach(cell -> labels.putIfAbsent(cell.stage(), cell.stageLabel()));
    return Stream.concat(
            Stream.of(facet(texts.of("ops.stage.any"), shown.at(Optional.empty()), shown.stage().isEmpty())),
            labels.entrySet().stream()
                .map(
                    stage ->
                        facet(
                            stage.getValue(),
                            shown.at(Optional.of(stage.getKey())),
                            shown.stage().filter(stage.getKey()::equals).isPresent())))
        .toList();
  }

  /** A version of a process with flows that have not ended; how many of them stopped, and how many are suspended. */
  public record Version(String name, int number, Facet open, Facet failed, Facet suspended) {}

  List<Version> versions() {
    Map<String, FlowCensus.Cell> found = new LinkedHashMap<>();
    census.cells().forEach(cell -> found.putIfAbsent(cell.process() + " " + cell.version(), cell));
    return found.values().stream().map(this::version).toList();
  }

  private Version version(FlowCensus.Cell cell) {
    FlowFilter its = FlowFilter.OPEN.ofProcess(Optional.of(cell.process()), Optional.of(cell.version()));
    boolean current = its.process().equals(shown.process()) && its.version().equals(shown.version());
    return new Version(
        cell.process(),
        cell.version(),
        facet(cell.processLabel(), its, current),
        facet(words.of(FlowState.ERROR), its.in(Optional.of(FlowState.ERROR)), false),
        facet(words.of(FlowState.SUSPENDED), its.in(Optional.of(FlowState.SUSPENDED)), false));
  }

  /** The process that the list is narrowed down to, with the address of the list of all processes. */
  List<Facet> chips() {
    return shown.process().stream()
        .map(
            name ->
                new Facet(
                    texts.of("filter.process", labelOf(name) + shown.version().map(number -> " " + number).orElse("")),
                    Address.of("/ops").with(shown.ofProcess(Optional.empty(), Optional.empty()).parameters()).toString(),
                    -1,
                    true))
        .toList();
  }

  private String labelOf(String name) {
    return census.cells().stream()
        .filter(cell -> cell.process().equals(name))
        .map(FlowCensus.Cell::processLabel)
        .findFirst()
        .orElse(name);
  }

  private Facet facet(String text, FlowFilter filter, boolean current) {
    long count = filter.counted() ? census.of(filter).count() : -1;
    return new Facet(text, Address.of("/ops").with(filter.parameters()).toString(), count, current);
  }
}
