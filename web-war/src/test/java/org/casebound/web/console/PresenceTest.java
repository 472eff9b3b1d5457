package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.casebound.web.console.Presence.Doing;
import org.casebound.web.console.Presence.Other;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private final Watch watch = new Watch();
  private final Presence presence = new Presence(watch);

  @Test
  void showsTheOthersAtTheSameItemByName() {
    assertThat(presence.note(1, "lead", "page", Doing.VIEWING)).isTrue();
    presence.note(1, "agent", "page", Doing.EDITING);
    presence.note(2, "colleague", "page", Doing.VIEWING);
    assertThat(presence.others(1, "lead")).containsExactly(new Other("agent", Doing.EDITING));
    assertThat(presence.audience(1)).containsExactlyInAnyOrder("agent", "lead");
    assertThat(presence.others(3, "lead")).isEmpty();
  }

  @Test
  void onlyAChangeIsNews() {
    presence.note(1, "lead", "page", Doing.VIEWING);
    assertThat(presence.note(1, "lead", "page", Doing.VIEWING)).isFalse();
    assertThat(presence.note(1, "lead", "page", Doing.EDITING)).isTrue();
    assertThat(presence.note(1, "lead", "page", Doing.GONE)).isTrue();
    assertThat(presence.note(1, "lead", "page", Doing.GONE)).isFalse();
    assertThat(presence.others(1, "agent")).isEmpty();
  }

  @Test
  void whoHasSeveralPagesStaysWhenOneIsLeft() {
    presence.note(1, "lead", "one", Doing.EDITING);
    assertThat(presence.note(1, "lead", "other", Doing.VIEWING)).isFalse();
    assertThat(presence.note(1, "lead", "one", Doing.GONE)).isTrue();
    assertThat(presence.others(1, "agent")).containsExactly(new Other("lead", Doing.VIEWING));
    assertThat(presence.note(1, "lead", "other", Doing.GONE)).isTrue();
    assertThat(presence.others(1, "agent")).isEmpty();
  }

  @Test
  void whatALeftPageSaysLateIsNotHeard() {
    presence.note(1, "lead", "left", Doing.VIEWING);
    presence.note(1, "lead", "next", Doing.VIEWING);
    assertThat(presence.note(1, "lead", "left", Doing.GONE)).isFalse();
    assertThat(presence.note(1, "lead", "left", Doing.EDITING)).isFalse();
    assertThat(presence.others(1, "agent")).containsExactly(new Other("lead", Doing.VIEWING));
  }

  @Test
  void countsNoMorePagesThanAnybodyHas() {
    for (int page = 0; page < 1000; page++) {
      presence.note(1, "lead", "page" + page, Doing.VIEWING);
    }
    presence.note(1, "agent", "page", Doing.VIEWING);
    for (int page = 0; page < 50; page++) {
      presence.note(1, "lead", "page" + page, Doing.GONE);
    }
    assertThat(presence.others(1, "agent")).isEmpty();
    assertThat(presence.others(1, "lead")).containsExactly(new Other("agent", Doing.VIEWING));
  }

  @Test
  void forgetsWhoSaysNothingAnyMore() {
    presence.note(1, "lead", "page", Doing.VIEWING);
    presence.note(1, "owner", "page", Doing.AWAY);
    watch.now = watch.now.plus(Duration.ofMinutes(1));
    assertThat(presence.others(1, "agent")).containsExactly(new Other("owner", Doing.AWAY));
    watch.now = watch.now.plus(Duration.ofMinutes(10));
    presence.note(2, "agent", "page", Doing.VIEWING);
    assertThat(presence.audience(1)).isEmpty();
  }

  @Test
  void tellsThoseWhoseNewestListShowsTheItemToo() {
    presence.listed("agent", List.of(1L, 2L));
    presence.note(1, "lead", "page", Doing.VIEWING);
    assertThat(presence.audience(1)).containsExactlyInAnyOrder("agent", "lead");
    presence.listed("agent", List.of(2L));
    assertThat(presence.audience(1)).containsExactly("lead");
    watch.now = watch.now.plus(Duration.ofMinutes(3));
    presence.note(3, "lead", "page", Doing.VIEWING);
    assertThat(presence.audience(2)).isEmpty();
  }

  /** A clock that the test moves. */
  private static final class Watch extends Clock {
    private Instant now = Instant.parse("2026-11-26T03:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
