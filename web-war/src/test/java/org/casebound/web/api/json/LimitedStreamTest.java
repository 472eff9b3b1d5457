package org.casebound.web.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {
  @Test
  void letsExactlyTheLimitThrough() throws IOException {
    assertThat(new LimitedStream(new ByteArrayInputStream(new byte[10]), 10).readAllBytes()).hasSize(10);
  }

  @Test
  void failsAtTheFirstByteBeyond() {
    LimitedStream stream = new LimitedStream(new ByteArrayInputStream(new byte[11]), 10);
    assertThatThrownBy(stream::readAllBytes).isInstanceOf(BodyTooLargeException.class).hasMessageContaining("10 bytes");
  }

  @Test
  void countsSingleBytesAndSkippedOnesToo() throws IOException {
    LimitedStream stream = new LimitedStream(new ByteArrayInputStream(new byte[11]), 10);
    assertThat(stream.skip(9)).isEqualTo(9);
    assertThat(stream.read()).isZero();
    assertThatThrownBy(stream::read).isInstanceOf(BodyTooLargeException.class);
  }
}
