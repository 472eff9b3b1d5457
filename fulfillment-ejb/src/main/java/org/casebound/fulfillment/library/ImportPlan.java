package org.casebound.fulfillment.library;

import java.util.List;
import java.util.Optional;

/**
 * What importing a bundle would do. Nothing was written.
 *
 * @param process API name
 * @param activeVersion the version that can be requested now
 * @param differences of the bundle from the active version, at most {@value #MOST_DIFFERENCES}; none when the process is new
 * @param allDifferences how many there are
 * @param bindings what the process needs of this installation
 */
public record ImportPlan(
    String process,
    int version,
    Change change,
    Optional<Integer> activeVersion,
    List<Difference> differences,
    int allDifferences,
    List<Binding> bindings) {
  /** Differences that are listed. */
  public static final int MOST_DIFFERENCES = 500;

  public ImportPlan {
    differences = List.copyOf(differences);
    bindings = List.copyOf(bindings);
  }

  /** The same with other words about what it needs. */
  public ImportPlan withBindings(List<Binding> others) {
    return new ImportPlan(process, version, change, activeVersion, differences, allDifferences, others);
  }

  /** What becomes of the process. */
  public enum Change {
    /** The process is new here. */
    ADD,
    /** The version is new; it takes the place of the active one, whose open cases keep it. */
    CHANGE,
    /** The version is here with the same content; nothing would change. */
    SAME,
    /** The version is here with another content; the import would be refused. */
    CONFLICT
  }

  /**
   * One difference.
   *
   * @param place for people: {@code flows[Block_Card].elements[call].timeout}
   * @param before canonical JSON, cut after 200 characters; empty when it was added
   * @param after the same; empty when it was removed
   */
  public record Difference(String place, Optional<String> before, Optional<String> after) {}

  /**
   * Something of the installation that the process names.
   *
   * @param message what that means, and what to do about it; one sentence
   */
  public record Binding(Kind kind, String name, State state, String message) {
    /** What is named. */
    public enum Kind {
      CONNECTOR,
      QUEUE,
      /** Outside the server: who is in it is seen when he logs in. */
      GROUP,
      CALENDAR,
      ACTION,
      RECORD
    }

    /** Whether it is there. */
    public enum State {
      PRESENT,
      /** It comes into being with the process. */
      NEW,
      /** It is there under this name, and is another one: the process brings its own. */
      DIFFERENT,
      /** Only the administrator can see whether it is there. */
      UNSEEN,
      MISSING
    }
  }
}
