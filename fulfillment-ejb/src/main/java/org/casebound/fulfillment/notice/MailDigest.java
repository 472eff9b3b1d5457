package org.casebound.fulfillment.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** A person's wish to have by mail what he was told in the console and has not read there: gathered for a time, then all in one mail. */
@Entity
@Table(name = "mail_digest")
public class MailDigest {
  /** The shortest time to gather. */
  public static final Duration LEAST = Duration.ofSeconds(1);

  /** The longest time to gather. */
  public static final Duration MOST = Duration.ofDays(1);

  @Id
  @Column(name = "user_name", updatable = false)
  private String user;

  private String address;

  @Column(name = "gather_seconds")
  private int gatherSeconds;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected MailDigest() {}

  /**
   * A wish.
   *
   * @param gather how long after the first thing told the mail is written, 1 s to 1 d
   */
  public MailDigest(String user, String address, Duration gather) {
    this.user = user;
    change(address, gather);
  }

  /** The person wants it otherwise. */
  public final void change(String newAddress, Duration gather) {
    if (gather.compareTo(LEAST) < 0 || gather.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("Can not gather for " + gather);
    }
    address = newAddress;
    gatherSeconds = Math.toIntExact(gather.toSeconds());
  }

  /** When the mail with something that is told now is written at the latest. */
  Instant dueAt(Instant now) {
    return now.plusSeconds(gatherSeconds);
  }

  public String user() {
    return user;
  }

  public String address() {
    return address;
  }

  public Duration gather() {
    return Duration.ofSeconds(gatherSeconds);
  }
}
