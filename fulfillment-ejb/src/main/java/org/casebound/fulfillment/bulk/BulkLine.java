package org.casebound.fulfillment.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of a file: one request. It is filed at most once, because its case stands here in the transaction that files it. */
@Entity
@Table(name = "bulk_line")
public class BulkLine {
  @EmbeddedId private Key key;

  @Column(length = 1_000_000)
  private String content;

  @Column(name = "case_id")
  private @Nullable Long caseId;

  @SuppressWarnings("NullAway.Init")
  protected BulkLine() {}

  /**
   * @param line number of the line in the file where the request begins, from 1
   * @param content the cells of a CSV line as a JSON array; the text of a JSON line
   */
  public BulkLine(long jobId, int line, String content) {
    this.key = new Key(jobId, line);
    this.content = content;
  }

  /** Its request was filed; what it said stands there now. */
  public void filed(long filedCase) {
    if (caseId != null) {
      throw new IllegalStateException("line %d of job %d is filed already".formatted(key.line, key.jobId));
    }
    caseId = filedCase;
    content = "";
  }

  public int line() {
    return key.line;
  }

  public String content() {
    return content;
  }

  /** The case that it became; empty before, and for a refused line. */
  public Optional<Long> caseId() {
    return Optional.ofNullable(caseId);
  }

  /** Job and line. */
  @Embeddable
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "job_id")
    private long jobId;

    @Column(name = "line_number")
    private int line;

    protected Key() {}

    public Key(long jobId, int line) {
      this.jobId = jobId;
      this.line = line;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && jobId == that.jobId && line == that.line;
    }

    @Override
    public int hashCode() {
      return Objects.hash(jobId, line);
    }
  }
}
