package org.casebound.web.console.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.CaseView.StageView;
import org.casebound.fulfillment.desk.CaseView.StepView;
import org.casebound.fulfillment.desk.FlowPlan;
import org.casebound.fulfillment.desk.FlowPlan.StagePlan;
import org.casebound.fulfillment.desk.FlowPlan.StepPlan;
import org.casebound.web.console.flow.FlowPicture.Box;
import org.casebound.web.console.flow.FlowPicture.Dot;
import org.casebound.web.console.flow.FlowPicture.Line;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;

/** Paints a flow with where it stands. One painter paints one picture. */
public final class FlowPainter {
  private static final int STEP_WIDTH = 186;
  private static final int LINE = 18;
  private static final int DOT = 9;
  private static final int LONGEST = 20;

  private final FlowView flow;
  private final Layout layout = new Layout();
  private final Map<String, ElkNode> nodes = new HashMap<>();
  private final Map<ElkEdge, Boolean> edges = new LinkedHashMap<>();
  private final ElkNode start;
  private final ElkNode end;

  /** Places the nodes in the order in which the flow goes through them. */
  private FlowPainter(FlowView flow) {
    this.flow = flow;
    start = layout.node(DOT * 2, DOT * 2);
    flow.stages().forEach(this::place);
    end = layout.node(DOT * 2, DOT * 2);
  }

  /** Paints the flow; plan and view are of the same one. */
  public static FlowPicture paint(FlowPlan plan, FlowView flow) {
    return new FlowPainter(flow).picture(plan);
  }

  private FlowPicture picture(FlowPlan plan) {
    plan.stages().stream().limit(1).forEach(first -> edges.put(layout.edge(start, nodes.get(first.name())), true));
    plan.stages().forEach(this::connect);
    layout.run();
    List<Box> steps = new ArrayList<>();
    flow.stages().forEach(stage -> stage.steps().forEach(step -> steps.add(box(step, stage))));
    return new FlowPicture(
        flow.id(),
        layout.width(),
        layout.height(),
        flow.stages().stream().map(this::box).toList(),
        List.copyOf(steps),
        List.of(dot(start, true), dot(end, flow.state() == FlowState.COMPLETED)),
        edges.entrySet().stream().map(edge -> new Line(Layout.path(edge.getKey()), edge.getValue())).toList());
  }

  private void place(StageView stage) {
    ElkNode box = layout.stage(stage.label().length() * 8.0 + 44);
    nodes.put(stage.name(), box);
    stage.steps().forEach(step -> nodes.put(key(stage, step.name()), layout.step(box, STEP_WIDTH, 22 + LINE * broken(step.label()).size())));
  }

  private void connect(StagePlan stage) {
    stage.next().stream().filter(nodes::containsKey).forEach(next -> edges.put(layout.edge(nodes.get(stage.name()), nodes.get(next)), leadsOn(stage.name(), next) && went(stage.name()) && went(next)));
    if (stage.mayEnd()) {
      edges.put(layout.edge(nodes.get(stage.name()), end), went(stage.name()) && flow.state() == FlowState.COMPLETED && isLast(stage));
    }
    StageView seen = view(stage.name());
    for (StepPlan step : stage.steps()) {
      step.after().forEach(
          before -> edges.put(layout.edge(nodes.get(key(seen, before)), nodes.get(key(seen, step.name()))), step(seen, step.name()).startedAt().isPresent()));
    }
  }

  /** Whether the one stage stands before the other; whether a flow went back can not be told by the states of its stages. */
  private boolean leadsOn(String stage, String next) {
    return flow.stages().indexOf(view(stage)) < flow.stages().indexOf(view(next));
  }

  /** Whether no stage that follows was gone through. */
  private boolean isLast(StagePlan stage) {
    return stage.next().stream().filter(next -> leadsOn(stage.name(), next)).noneMatch(this::went);
  }

  private boolean went(String stage) {
    return view(stage).state() != StageState.NOT_STARTED;
  }

  private StageView view(String stage) {
    return flow.stages().stream().filter(s -> s.name().equals(stage)).findFirst().orElseThrow();
  }

  private static StepView step(StageView stage, String name) {
    return stage.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private Box box(StageView stage) {
    ElkNode node = nodes.get(stage.name());
    return box(stage.name(), stage.label(), List.of(stage.label()), NodeState.of(stage.state(), flow.state()), "", node, 0, 0);
  }

  private Box box(StepView step, StageView stage) {
    ElkNode node = nodes.get(key(stage, step.name()));
    ElkNode around = nodes.get(stage.name());
    return box(step.name(), step.label(), broken(step.label()), NodeState.of(step.state(), flow.state()), step.kind(), node, around.getX(), around.getY());
  }

  private static Box box(String name, String label, List<String> title, NodeState state, String kind, ElkNode node, double dx, double dy) {
    return new Box(name, label, title, state, kind, (int) (node.getX() + dx), (int) (node.getY() + dy), (int) node.getWidth(), (int) node.getHeight());
  }

  private Dot dot(ElkNode node, boolean reached) {
    return new Dot(node == start, reached, (int) node.getX() + DOT, (int) node.getY() + DOT, DOT);
  }

  /** A step's name may be that of a stage, too. */
  private static String key(StageView stage, String step) {
    return stage.name() + "/" + step;
  }

  /** Breaks a label into at most three lines; a longer one ends in dots. */
  static List<String> broken(String label) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : label.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > LONGEST) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word.length() > LONGEST ? word.substring(0, LONGEST - 1) + "…" : word);
    }
    lines.add(line.toString());
    return lines.size() <= 3 ? List.copyOf(lines) : List.of(lines.get(0), lines.get(1), lines.get(2) + "…");
  }
}
