package org.casebound.web.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.casebound.fulfillment.migration.MigrationForm.Part;

/** Where a stage or a step goes when its flow moves to another version. */
public final class MoveRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean stage;
  private final String name;
  private final String label;
  private final ArrayList<Part> choices;
  private String target;

  /** Goes to what has the same name, if there is one. */
  MoveRow(Part part, List<Part> to) {
    this.stage = part.stage();
    this.name = part.name();
    this.label = part.label();
    this.choices = to.stream().filter(other -> other.stage() == part.stage()).collect(Collectors.toCollection(ArrayList::new));
    this.target = choices.stream().map(Part::name).filter(part.name()::equals).findFirst().orElse("");
  }

  /** Whether the plan has to say something of it. */
  boolean isRenamed() {
    return !target.isEmpty() && !target.equals(name);
  }

  public boolean isStage() {
    return stage;
  }

  public String getName() {
    return name;
  }

  public String getLabel() {
    return label;
  }

  /** What there is in the other version. */
  public List<Part> getChoices() {
    return choices;
  }

  /** Name in the other version; empty text: there is none, and flows that stand there stay. */
  public String getTarget() {
    return target;
  }

  public void setTarget(String target) {
    this.target = target == null ? "" : target;
  }
}
