package org.casebound.fulfillment.desk;

/**
 * One thing that follows a decision.
 *
 * @param name label of the work or the integration, or how the case is closed; empty for an end
 */
public record NextStep(Kind kind, String name) {
  /** What follows. */
  public enum Kind {
    /** A person has something to do. */
    WORK("A person does \u201c%s\u201d."),
    /** A back office is called. */
    CALL("Calls \u201c%s\u201d."),
    /** The case is closed. */
    CLOSE("The case is closed as %s."),
    /** The flow ends, and nothing else happens. */
    END("The flow ends.");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }

  /** The same in an English sentence. */
  public String sentence() {
    String shown = kind == Kind.CLOSE ? name.toLowerCase(java.util.Locale.ROOT) : name;
    return kind.sentence.formatted(shown);
  }
}
