package org.casebound.web.console.flow;

import java.util.List;

/**
 * A flow laid out, ready to be drawn as SVG. All numbers are pixels from the upper left corner of the picture.
 *
 * @param stages boxes around steps
 * @param steps what is clicked
 * @param ends start and end of the flow
 * @param lines connections, drawn below everything else
 */
public record FlowPicture(long flowId, int width, int height, List<Box> stages, List<Box> steps, List<Dot> ends, List<Line> lines) {
  /**
   * A stage or a step.
   *
   * @param name API name
   * @param title what people call it, broken into lines that fit
   * @param label the same in one piece
   */
  public record Box(String name, String label, List<String> title, NodeState state, String kind, int x, int y, int width, int height) {}

  /** Where the flow begins or ends; {@code reached} when it did. */
  public record Dot(boolean start, boolean reached, int x, int y, int radius) {}

  /**
   * A connection.
   *
   * @param path SVG path with rounded corners
   * @param taken whether the flow went that way
   */
  public record Line(String path, boolean taken) {}
}
