package org.casebound.fulfillment.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final Ids ids = new Ids();

  @Test
  void aKeyBeginsWithItsTime() {
    UUID key = UUID.fromString(ids.newKey());
    assertThat(key.version()).isEqualTo(7);
    assertThat(key.variant()).isEqualTo(2);
    assertThat(Instant.ofEpochMilli(key.getMostSignificantBits() >>> 16)).isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
  }

  @Test
  void noKeyIsMadeTwice() {
    List<String> keys = Stream.generate(ids::newKey).limit(100_000).toList();
    assertThat(keys).doesNotHaveDuplicates();
  }
}
