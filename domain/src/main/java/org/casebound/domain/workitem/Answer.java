package org.casebound.domain.workitem;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/** What a person has decided about a work item: the outcome, why, what he entered, and what he has ticked before. Immutable. */
@Embeddable
public class Answer {
  static final Answer NONE = new Answer(null, null, Values.EMPTY, null);

  private static final String BETWEEN = ",";

  private @Nullable String outcome;

  @Column(length = 4000)
  private @Nullable String comment;

  @Column(name = "entered_data", length = 1_000_000)
  private Values data;

  @Column(length = 16_200)
  private @Nullable String ticked;

  @SuppressWarnings("NullAway.Init")
  protected Answer() {}

  private Answer(@Nullable String outcome, @Nullable String comment, Values data, @Nullable String ticked) {
    this.outcome = outcome;
    this.comment = comment;
    this.data = data;
    this.ticked = ticked;
  }

  /**
   * A decision.
   *
   * @param comment reason or remark; may be empty
   * @param ticked names of what was compared and checked, at most 200
   */
  public static Answer of(String outcome, String comment, Values data, List<String> ticked) {
    return new Answer(outcome, comment, data, ticked.isEmpty() ? null : String.join(BETWEEN, ticked));
  }

  /** Nobody needs to decide any more. */
  static Answer withdrawn(String why) {
    return new Answer(null, why, Values.EMPTY, null);
  }

  /** Name of the outcome; empty while nobody has decided, and when nobody needs to. */
  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Reason or remark; of an item that nobody needs any more, why. */
  public Optional<String> comment() {
    return Optional.ofNullable(comment);
  }

  public Values data() {
    return data;
  }

  /** Names of what was compared and checked, in the order of the step. */
  public List<String> ticked() {
    return ticked == null ? List.of() : List.of(ticked.split(BETWEEN));
  }
}
