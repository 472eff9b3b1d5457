package org.casebound.fulfillment.bulk;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the job of a file is.
 *
 * @param process process of lines that name none
 * @param lines how many requests the file has; 0 while it comes in
 * @param read lines that have a result: filed and refused ones
 * @param message why it does not go on, or why the last chunk was tried again
 */
public record BulkJobView(
    long id,
    BulkJobState state,
    BulkFormat format,
    String fileName,
    Optional<String> process,
    String submittedBy,
    Instant submittedAt,
    Optional<Instant> endedAt,
    int lines,
    int read,
    int filed,
    int refused,
    Optional<String> message) {

  static BulkJobView of(BulkJob job) {
    return new BulkJobView(
        job.id(),
        job.state(),
        job.format(),
        job.fileName(),
        job.process(),
        job.submittedBy(),
        job.submittedAt(),
        job.endedAt(),
        job.lines(),
        job.filed() + job.refused(),
        job.filed(),
        job.refused(),
        Optional.of(job.message()).filter(text -> !text.isEmpty()));
  }

  /**
   * A thing that is wrong with a line.
   *
   * @param line where the request begins in the file, from 1
   * @param place name of the column, or JSON pointer into the line; empty for the line as a whole
   */
  public record Refusal(int line, String place, String code, String message) {}
}
