package org.casebound.fulfillment.migration;

import java.io.Serializable;
import java.util.List;

/**
 * What moves when running flows move to another version.
 *
 * @param flow API name of the flow
 * @param from stages and steps of the version that flows run now, each stage before its steps
 * @param to those of the other version
 */
public record MigrationForm(String flow, List<Part> from, List<Part> to) {
  public MigrationForm {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** A stage or a step of a flow. */
  public record Part(boolean stage, String name, String label) implements Serializable {}
}
