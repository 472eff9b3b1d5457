package org.casebound.endpoint.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.MalformedAcknowledgementException;
import org.casebound.connector.api.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyMessageTest {
  private static Message message(@Nullable String text, @Nullable String correlation) {
    return (Message) Proxy.newProxyInstance(
        ReplyMessageTest.class.getClassLoader(), new Class<?>[] {TextMessage.class}, (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getText" -> text;
              case "getJMSMessageID" -> "ID:reply-1";
              case "getJMSCorrelationID" -> correlation;
              case "getJMSTimestamp" -> 1000L;
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  @Test
  void whatTheTextSaysCounts() throws Exception {
    Acknowledgement reply = ReplyMessage.read("core", message(
        "{\"messageId\":\"m\",\"reference\":\"R-1\",\"status\":\"REJECTED\",\"code\":\"NO\"}", "another"));
    assertThat(reply.connector()).isEqualTo("core");
    assertThat(reply.messageId()).isEqualTo("m");
    assertThat(reply.reference()).contains("R-1");
    assertThat(reply.correlationKey()).isEmpty();
    assertThat(reply.outcome()).isEqualTo(new Outcome.Rejected("NO", ""));
    assertThat(reply.sentAt()).isEqualTo(Instant.ofEpochSecond(1));
  }

  @Test
  void whatTheTextLeavesOutIsTakenFromTheMessage() throws Exception {
    Acknowledgement byKey = ReplyMessage.read("core", message("{\"status\":\"DONE\",\"result\":{\"a\":1}}", "key-7"));
    assertThat(byKey.messageId()).isEqualTo("ID:reply-1");
    assertThat(byKey.correlationKey()).contains("key-7");
    assertThat(byKey.outcome()).isEqualTo(new Outcome.Done(Map.of("a", 1)));
    Acknowledgement byId = ReplyMessage.read("core", message("{\"status\":\"DONE\"}", "ID:request-1"));
    assertThat(byId.reference()).contains("ID:request-1");
    assertThat(byId.correlationKey()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "[]", "{}", "{\"status\":\"MAYBE\"}", "{\"status\":\"REJECTED\"}"})
  void refusesWhatHasNotTheStandardForm(String text) {
    assertThatThrownBy(() -> ReplyMessage.read("core", message(text, "key")))
        .isInstanceOf(MalformedAcknowledgementException.class);
  }

  @Test
  void keepsWhatCanNotBeReadUnderAKeyThatNoCallHas() throws Exception {
    Message message = message("yes " + "x".repeat(5000), "key-7");
    MalformedAcknowledgementException reason = catchThrowableOfType(
        MalformedAcknowledgementException.class, () -> ReplyMessage.read("core", message));
    Acknowledgement kept = ReplyMessage.unreadable("core", message, reason);
    assertThat(kept.messageId()).isEqualTo("ID:reply-1");
    assertThat(kept.correlationKey()).contains("unreadable ID:reply-1");
    assertThat(kept.reference()).isEmpty();
    assertThat(kept.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
      assertThat(failed.code()).isEqualTo("REPLY_UNREADABLE");
      assertThat(failed.message()).contains("key-7", "yes xxx").hasSizeLessThan(1500);
    });
  }

  @Test
  void refusesAReplyToNothing() {
    assertThatThrownBy(() -> ReplyMessage.read("core", message("{\"status\":\"DONE\"}", null)))
        .isInstanceOf(MalformedAcknowledgementException.class).hasMessageContaining("idempotencyKey");
  }
}
