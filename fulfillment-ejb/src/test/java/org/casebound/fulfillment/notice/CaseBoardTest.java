package org.casebound.fulfillment.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseBoardTest {
  private final Hand clock = new Hand();
  private final CaseBoard board = new CaseBoard(clock);
  private final List<Set<String>> told = new ArrayList<>();

  @Test
  void tellsThoseWhoLookAtTheCaseAndNobodyElse() {
    board.listen(told::add);
    board.follow(1, "anna");
    board.follow(1, "ben");
    board.follow(2, "carla");
    board.tell(1);
    board.tell(3);
    assertThat(told).containsExactly(Set.of("anna", "ben"));
    assertThat(board.isFollowed(2)).isTrue();
    assertThat(board.isFollowed(3)).isFalse();
  }

  @Test
  void forgetsThoseWhoSayNothingMore() {
    board.listen(told::add);
    board.follow(1, "anna");
    clock.now = clock.now.plus(Duration.ofMinutes(2));
    board.follow(1, "ben");
    clock.now = clock.now.plus(Duration.ofMinutes(2));
    board.tell(1);
    assertThat(told).containsExactly(Set.of("ben"));
    clock.now = clock.now.plus(Duration.ofMinutes(2));
    board.follow(2, "carla");
    assertThat(board.isFollowed(1)).isFalse();
  }

  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-01-05T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
