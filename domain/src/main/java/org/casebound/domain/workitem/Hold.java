package org.casebound.domain.workitem;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds work back: it is put off until a time, or it is kept for a person who was given it and has not answered yet. Immutable. */
@Embeddable
public class Hold {
  @Column(name = "snoozed_until")
  private @Nullable Instant snoozedUntil;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  protected Hold() {}

  private Hold(@Nullable Instant snoozedUntil, @Nullable Instant leaseUntil) {
    this.snoozedUntil = snoozedUntil;
    this.leaseUntil = leaseUntil;
  }

  /** It is put off until then. */
  static Hold snoozed(Instant until) {
    return new Hold(until, null);
  }

  /** It is kept for its assignee until then. */
  static Hold leased(Instant until) {
    return new Hold(null, until);
  }

  /** Until when it is put off; lists leave it out until then. */
  public Optional<Instant> snoozedUntil() {
    return Optional.ofNullable(snoozedUntil);
  }

  /** When it goes back to its queue unless its assignee shows a sign of life; empty when he has it for good. */
  public Optional<Instant> leaseUntil() {
    return Optional.ofNullable(leaseUntil);
  }
}
