package org.casebound.web.console.flow;

import java.util.EnumSet;
import java.util.List;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** The layout of one picture: nodes go in, the layered algorithm of ELK finds their places and the ways of the edges. Not thread-safe. */
final class Layout {
  private static final double GAP = 26;
  private static final double STAGE_TOP = 34;
  private static final double STAGE_SIDE = 14;
  private static final double CORNER = 6;

  private final ElkNode root = ElkGraphUtil.createGraph();

  static {
    LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  Layout() {
    options(root, new ElkPadding(2));
  }

  private static void options(ElkNode graph, ElkPadding padding) {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.PADDING, padding);
    // The order of the definition: what leads back is drawn backwards.
    graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, GAP / 2);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, GAP);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, GAP / 2);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, GAP / 2);
  }

  /** A box around steps; it becomes as large as they need. */
  ElkNode stage(double leastWidth) {
    ElkNode stage = ElkGraphUtil.createNode(root);
    options(stage, new ElkPadding(STAGE_TOP, STAGE_SIDE, STAGE_SIDE, STAGE_SIDE));
    stage.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
    stage.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(leastWidth, 0));
    return stage;
  }

  /** A node of a fixed size; without a stage it lies beside the stages. */
  ElkNode node(double width, double height) {
    return sized(ElkGraphUtil.createNode(root), width, height);
  }

  ElkNode step(ElkNode stage, double width, double height) {
    return sized(ElkGraphUtil.createNode(stage), width, height);
  }

  private static ElkNode sized(ElkNode node, double width, double height) {
    node.setDimensions(width, height);
    return node;
  }

  ElkEdge edge(ElkNode from, ElkNode to) {
    return ElkGraphUtil.createSimpleEdge(from, to);
  }

  /** Finds all places. */
  void run() {
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
  }

  int width() {
    return (int) Math.ceil(root.getWidth());
  }

  int height() {
    return (int) Math.ceil(root.getHeight());
  }

  /** The way of an edge as an SVG path, its corners rounded. */
  static String path(ElkEdge edge) {
    double dx = edge.getContainingNode().getX();
    double dy = edge.getContainingNode().getY();
    StringBuilder path = new StringBuilder();
    for (ElkEdgeSection section : edge.getSections()) {
      double[] at = {section.getStartX() + dx, section.getStartY() + dy};
      path.append("M").append(point(at[0], at[1]));
      List<ElkBendPoint> bends = section.getBendPoints();
      for (int i = 0; i < bends.size(); i++) {
        double x = bends.get(i).getX() + dx;
        double y = bends.get(i).getY() + dy;
        double toX = (i + 1 < bends.size() ? bends.get(i + 1).getX() : section.getEndX()) + dx;
        double toY = (i + 1 < bends.size() ? bends.get(i + 1).getY() : section.getEndY()) + dy;
        path.append("L").append(towards(x, y, at[0], at[1])).append("Q").append(point(x, y)).append(" ").append(towards(x, y, toX, toY));
        at = new double[] {x, y};
      }
      path.append("L").append(point(section.getEndX() + dx, section.getEndY() + dy));
    }
    return path.toString();
  }

  /** A place near a corner, on the way to a neighbour of it. */
  private static String towards(double x, double y, double toX, double toY) {
    double length = Math.hypot(toX - x, toY - y);
    double part = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
    return point(x + (toX - x) * part, y + (toY - y) * part);
  }

  private static String point(double x, double y) {
    return Math.round(x) + " " + Math.round(y);
  }
}
