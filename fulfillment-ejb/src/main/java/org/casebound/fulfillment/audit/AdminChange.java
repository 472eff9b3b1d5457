package org.casebound.fulfillment.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One change of administration. It never changes: its hash is of all that it says and of the hash of the change before it, so that a row which was
 * changed, left out or moved does not fit its neighbours.
 */
@Entity
@Table(name = "admin_change")
public class AdminChange {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_VALUE = 2000;

  @Id
  @Column(updatable = false)
  private long id;

  @Column(name = "happened_at", updatable = false)
  private Instant at;

  @Column(name = "actor", updatable = false)
  private String who;

  /** As text: a row in which somebody wrote what is no kind is read, too, and does not fit. */
  @Column(updatable = false, length = 40)
  private String kind;

  @Column(updatable = false)
  private String subject;

  @Column(name = "before_value", updatable = false, length = LONGEST_VALUE)
  private String before;

  @Column(name = "after_value", updatable = false, length = LONGEST_VALUE)
  private String after;

  @Column(name = "previous_hash", updatable = false, length = 64)
  private String previousHash;

  @Column(updatable = false, length = 64)
  private String hash;

  @SuppressWarnings("NullAway.Init")
  protected AdminChange() {}

  /**
   * The change after another one.
   *
   * @param id one more than that of the change before
   * @param before what it was, as JSON, cut at 2000 characters; empty when there was nothing
   * @param after what it is now, in the same way
   * @param previousHash hash of the change before; empty for the first one
   */
  AdminChange(long id, Instant now, String who, AdminChangeKind kind, String subject, String before, String after, String previousHash) {
    this.id = id;
    // What the database keeps: a finer time would come back as another one.
    this.at = now.truncatedTo(ChronoUnit.MICROS);
    this.who = cut(who, LONGEST_NAME);
    this.kind = kind.name();
    this.subject = cut(subject, LONGEST_NAME);
    this.before = cut(before, LONGEST_VALUE);
    this.after = cut(after, LONGEST_VALUE);
    this.previousHash = previousHash;
    this.hash = computed();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /** Whether it says what it said when it was added, and is the one after a change with that hash. */
  boolean fits(long expectedId, String expectedPrevious) {
    return id == expectedId && previousHash.equals(expectedPrevious) && hash.equals(computed());
  }

  /** Each part with its length before it, so that nothing can move from one to the next. */
  private String computed() {
    String all =
        Stream.of(String.valueOf(id), at.toString(), who, kind, subject, before, after, previousHash)
            .map(part -> part.length() + ":" + part)
            .collect(Collectors.joining());
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  public long id() {
    return id;
  }

  public Instant at() {
    return at;
  }

  /** A user, or the system. */
  public String who() {
    return who;
  }

  /** Name of an {@link AdminChangeKind}, unless somebody has tampered with it. */
  public String kind() {
    return kind;
  }

  public String subject() {
    return subject;
  }

  public String before() {
    return before;
  }

  public String after() {
    return after;
  }

  public String hash() {
    return hash;
  }
}
