package org.casebound.fulfillment.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong with a line, which was therefore not filed. */
@Entity
@Table(name = "bulk_refusal")
public class BulkRefusal {
  private static final int MAX_PLACE = 1000;
  private static final int MAX_MESSAGE = 4000;

  @EmbeddedId private Key key;

  @Column(updatable = false, length = MAX_PLACE)
  private String place;

  @Column(updatable = false)
  private String code;

  @Column(updatable = false, length = MAX_MESSAGE)
  private String message;

  @SuppressWarnings("NullAway.Init")
  protected BulkRefusal() {}

  /**
   * @param position counts the problems of a line, from 0
   */
  public BulkRefusal(long jobId, int line, int position, Problem problem) {
    this.key = new Key(jobId, line, position);
    this.place = cut(problem.pointer(), MAX_PLACE);
    this.code = problem.code();
    this.message = cut(problem.message(), MAX_MESSAGE);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  public int line() {
    return key.line;
  }

  public int position() {
    return key.position;
  }

  /** Name of the column, or JSON pointer into the line; empty for the line as a whole. */
  public String place() {
    return place;
  }

  public String code() {
    return code;
  }

  public String message() {
    return message;
  }

  /** Job, line and position. */
  @Embeddable
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "job_id")
    private long jobId;

    @Column(name = "line_number")
    private int line;

    private int position;

    protected Key() {}

    Key(long jobId, int line, int position) {
      this.jobId = jobId;
      this.line = line;
      this.position = position;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && jobId == that.jobId && line == that.line && position == that.position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(jobId, line, position);
    }
  }
}
