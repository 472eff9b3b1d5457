package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** A line of an outline that was dragged to another place among its siblings: an addition to its buttons, which do the same. */
@Named
@RequestScoped
public class OutlineDrag {
  @Inject private OutlinePage page;

  private String line = "";
  private int by;

  /** The line goes where it was dropped; one that was dropped where it lay stays there. */
  public void drop() {
    if (by != 0) {
      page.move(line, by);
    }
  }

  public String getLine() {
    return line;
  }

  /** Its place in the bundle: JSON pointer. */
  public void setLine(@Nullable String line) {
    this.line = line == null ? "" : line;
  }

  public int getBy() {
    return by;
  }

  /** How many places down; up when negative. */
  public void setBy(int by) {
    this.by = by;
  }
}
