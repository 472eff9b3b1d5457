package org.casebound.fulfillment.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.fulfillment.simulation.SimulationReport.Mark;
import org.casebound.fulfillment.simulation.SimulationReport.Way;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * What of a process stories went through.
 *
 * @param steps steps that began, e.g. {@code Address_Update_Flow/verify_proof}
 * @param elements elements that were reached, e.g. {@code Address_Update_Flow/close/close_refused}
 * @param ways ways from stage to stage that were gone, e.g. {@code Address_Update_Flow: verification -> rejection}
 */
public record Coverage(Part steps, Part elements, Part ways) {
  /** Where a way leads that ends the flow. */
  public static final String END = "end";

  /**
   * One kind of thing.
   *
   * @param all how many there are
   * @param covered how many were gone through
   * @param missed names of the others
   */
  public record Part(int all, int covered, List<String> missed) {
    public Part {
      missed = List.copyOf(missed);
    }

    /** Share of what was gone through, 0 to 100; 100 when there is nothing. */
    public int percent() {
      return all == 0 ? 100 : covered * 100 / all;
    }

    private static Part of(Set<String> all, Set<String> gone) {
      List<String> missed = all.stream().filter(name -> !gone.contains(name)).toList();
      return new Part(all.size(), all.size() - missed.size(), missed);
    }
  }

  static Coverage of(PublishedProcess process, List<SimulationReport> reports) {
    Set<String> steps = new LinkedHashSet<>();
    Set<String> elements = new LinkedHashSet<>();
    Set<String> ways = new LinkedHashSet<>();
    // In the order of the bundle, not of a map.
    process.bundle().flows().stream()
        .filter(flow -> process.machines().containsKey(flow.name()))
        .forEach(
            flow -> {
              FlowMachine machine = process.machines().get(flow.name());
              List<StageDefinition> stages = machine.definition().stages();
              stages.forEach(stage -> stage.steps().forEach(step -> steps.add(flow.name() + "/" + step.name())));
              machine.elements().forEach((step, paths) -> paths.forEach(path -> elements.add(flow.name() + "/" + step + "/" + path)));
              if (process.hasStages(flow.name())) {
                stages.forEach(stage -> targets(stages, stage).forEach(to -> ways.add(way(new Way(flow.name(), stage.name(), to)))));
              }
            });
    return new Coverage(
        Part.of(steps, gone(reports.stream().flatMap(report -> report.path().stream()).filter(each -> each.mark() == Mark.BEGUN).map(each -> each.flow() + "/" + each.name()))),
        Part.of(elements, gone(reports.stream().flatMap(report -> report.elements().stream()).map(each -> each.flow() + "/" + each.step() + "/" + each.element()))),
        Part.of(ways, gone(reports.stream().flatMap(report -> report.flows().stream()).flatMap(flow -> flow.ways().stream()).map(Coverage::way))));
  }

  private static Set<String> gone(Stream<String> names) {
    return names.collect(Collectors.toSet());
  }

  private static String way(Way way) {
    return "%s: %s -> %s".formatted(way.flow(), way.from(), way.to());
  }

  private static List<String> targets(List<StageDefinition> stages, StageDefinition stage) {
    List<String> targets = new ArrayList<>();
    stage.next().forEach(branch -> targets.add(branch.stage().orElse(END)));
    if (stage.next().isEmpty()) {
      int behind = stages.indexOf(stage) + 1;
      targets.add(behind < stages.size() ? stages.get(behind).name() : END);
    }
    stage.faultStage().ifPresent(targets::add);
    return targets;
  }
}
