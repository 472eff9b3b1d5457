package org.casebound.fulfillment.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.Relay;
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A file of requests and how far its filing is. The lines are filed in their order, some in one transaction, which also counts them
 * here; so after a crash the next runner goes on with the first line that has no result.
 */
@Entity
@Table(name = "bulk_job")
public class BulkJob {
  /** How many lines are filed one by one after a chunk failed, so that the line that fails is alone: a whole chunk. */
  public static final int CAREFUL_LINES = 100;

  private static final int MOST_FAILURES = 3;
  private static final int MAX_MESSAGE = 4000;

  @Id private long id;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private BulkFormat format;

  @Column(name = "file_name", updatable = false)
  private String fileName;

  @Column(name = "process_name", updatable = false)
  private @Nullable String process;

  @Column(updatable = false, length = 1_000_000)
  private String header;

  @Enumerated(EnumType.STRING)
  private BulkJobState state;

  @Column(name = "submitted_by", updatable = false)
  private String submittedBy;

  @Column(name = "submitted_at", updatable = false)
  private Instant submittedAt;

  @Column(name = "lines_received")
  private int lines;

  @Column(name = "last_line")
  private int lastLine;

  private int filed;
  private int refused;
  private int starts;

  @Embedded private Relay relay;

  private int failures;

  @Column(name = "careful_lines")
  private int carefulLines;

  @Column(length = MAX_MESSAGE)
  private String message;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected BulkJob() {}

  /**
   * A job whose lines come in.
   *
   * @param process process of lines that name none; null when each line names its own
   * @param header the header of a CSV file, as JSON; empty otherwise
   */
  public BulkJob(
      long id, BulkFormat format, String fileName, @Nullable String process, String header, String submittedBy, Instant now) {
    this.id = id;
    this.format = format;
    this.fileName = fileName;
    this.process = process;
    this.header = header;
    this.submittedBy = submittedBy;
    this.submittedAt = now;
    this.relay = new Relay(now);
    this.state = BulkJobState.RECEIVING;
    this.message = "";
  }

  /** All lines are in; filing begins. */
  public void received(int received, Instant now) {
    require(BulkJobState.RECEIVING, "received");
    lines = received;
    begin(now);
  }

  /** A person stops it; the chunk in hand is not filed. */
  public void stop(String user) {
    require(BulkJobState.RUNNING, "stopped");
    state = BulkJobState.STOPPED;
    message = "Stopped by " + user + ".";
  }

  /** A person lets it go on where it was. */
  public void restart(Instant now) {
    require(BulkJobState.STOPPED, "restarted");
    begin(now);
  }

  private void begin(Instant now) {
    state = BulkJobState.RUNNING;
    message = "";
    starts++;
    relay.release(now);
  }

  /** Whether it needs a runner: the last one has been silent for so long. */
  public boolean needsRunner(Instant now, Duration silence) {
    return state == BulkJobState.RUNNING && relay.isSilent(now, silence);
  }

  /** A new runner takes it; whatever an older one still does is not committed. */
  public int handOver(Instant now) {
    return relay.handOver(now);
  }

  /** Whether this runner may file. */
  public boolean isRunBy(int asking) {
    return state == BulkJobState.RUNNING && relay.isRunBy(asking);
  }

  /** Lines have their results, up to that one. */
  public void advance(int line, int newlyFiled, int newlyRefused, Instant now) {
    lastLine = line;
    filed += newlyFiled;
    refused += newlyRefused;
    failures = 0;
    carefulLines = Math.max(0, carefulLines - newlyFiled - newlyRefused);
    relay.touch(now);
  }

  /** A runner failed: nothing of its last chunk was kept, and the next one takes the lines of it one by one. */
  public void fail(String why, Instant now) {
    failures++;
    carefulLines = CAREFUL_LINES;
    message = why.length() > MAX_MESSAGE ? why.substring(0, MAX_MESSAGE) : why;
    relay.release(now);
  }

  /** Whether the first line without a result failed so often that it is given up. */
  public boolean givesUpLine() {
    return failures >= MOST_FAILURES;
  }

  /** A runner came to its end before the last line: another one goes on. */
  public void pause(Instant now) {
    relay.release(now);
  }

  /** Every line has its result. */
  public void end(Instant now) {
    state = BulkJobState.ENDED;
    message = "";
    endedAt = now;
  }

  /** How many lines the next runner takes into one transaction. */
  public int chunk() {
    return carefulLines > 0 ? 1 : CAREFUL_LINES;
  }

  /** @throws RuleViolation BULK-011 while its lines are filed */
  public void requireDeletable() {
    if (state == BulkJobState.RUNNING) {
      throw new RuleViolation("BULK-011", "The job is running; stop it first.");
    }
  }

  private void require(BulkJobState needed, String verb) {
    if (state != needed) {
      throw new RuleViolation("BULK-010", "A job that is %s can not be %s.".formatted(state, verb));
    }
  }

  public long id() {
    return id;
  }

  public BulkFormat format() {
    return format;
  }

  public String fileName() {
    return fileName;
  }

  public Optional<String> process() {
    return Optional.ofNullable(process);
  }

  public String header() {
    return header;
  }

  public BulkJobState state() {
    return state;
  }

  public String submittedBy() {
    return submittedBy;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  /** How many lines came in; 0 while they still do. */
  public int lines() {
    return lines;
  }

  /** The last line that has a result; 0 before the first. */
  public int lastLine() {
    return lastLine;
  }

  public int filed() {
    return filed;
  }

  public int refused() {
    return refused;
  }

  /** How often a person started it. */
  public int starts() {
    return starts;
  }

  /** Why it does not go on, or why a runner failed last; empty otherwise. */
  public String message() {
    return message;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
