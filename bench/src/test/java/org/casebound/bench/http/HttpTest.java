package org.casebound.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HttpTest {
  private final SmallServer server =
      new SmallServer(
          message ->
              message.path().equals("/missing")
                  ? new Answer(404, "{\"no\":1}")
                  : new Answer(200, message.method() + " " + message.path() + " " + message.header("x-kind") + " " + message.body()));

  @Test
  void carriesMethodPathHeaderAndBodyOverOneConnection() {
    Caller caller = Caller.of(server.address()).with("X-Kind", "test");
    for (int i = 0; i < 3; i++) {
      assertThat(caller.call("PUT", "/a?b=" + i, "{\"ü\":1}")).isEqualTo(new Answer(200, "PUT /a?b=" + i + " test {\"ü\":1}"));
    }
    assertThat(caller.call("GET", "/g", "").expect(200)).isEqualTo("GET /g test ");
    assertThat(caller.call("POST", "/p", "").expect(200)).isEqualTo("POST /p test ");
  }

  @Test
  void aFailureIsNotTakenForAnAnswer() {
    Answer answer = Caller.of(server.address()).call("GET", "/missing", "");

    assertThat(answer.status()).isEqualTo(404);
    assertThatThrownBy(() -> answer.expect(200)).isInstanceOf(IllegalStateException.class).hasMessageContaining("404").hasMessageContaining("no");
  }
}
