package org.casebound.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  /** The example of the Standard Webhooks specification and of its reference libraries. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final Instant SIGNED = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static WebhookSignature at(Instant now, String... secrets) {
    return new WebhookSignature(
        List.of(secrets), WebhookSignature.DEFAULT_TOLERANCE, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void agreesWithTheExampleOfTheSpecification() throws Exception {
    assertThat(at(SIGNED, SECRET).sign(ID, SIGNED, BODY)).isEqualTo(SIGNATURE);
    assertThat(at(SIGNED, SECRET).verify(ID, "1614265330", SIGNATURE, BODY)).isEqualTo(SIGNED);
  }

  @Test
  void acceptsAnOldSecretWhileItIsListed() throws Exception {
    assertThat(at(SIGNED, OTHER, SECRET).verify(ID, "1614265330", "v1a,zzz v1,!! " + SIGNATURE, BODY)).isEqualTo(SIGNED);
    assertThatThrownBy(() -> at(SIGNED, OTHER).verify(ID, "1614265330", SIGNATURE, BODY))
        .isInstanceOf(WebhookSignatureException.class);
  }

  @Test
  void refusesAChangedMessage() {
    WebhookSignature signature = at(SIGNED, SECRET);
    assertThatThrownBy(() -> signature.verify("other", "1614265330", SIGNATURE, BODY)).hasMessageContaining("fits");
    assertThatThrownBy(() -> signature.verify(ID, "1614265331", SIGNATURE, BODY)).hasMessageContaining("fits");
    assertThatThrownBy(() -> signature.verify(ID, "1614265330", SIGNATURE, new byte[0])).hasMessageContaining("fits");
  }

  @Test
  void refusesAMessageOutsideTheTolerance() throws Exception {
    Duration minutes = Duration.ofMinutes(5);
    at(SIGNED.plus(minutes), SECRET).verify(ID, "1614265330", SIGNATURE, BODY);
    assertThatThrownBy(() -> at(SIGNED.plus(minutes).plusSeconds(1), SECRET).verify(ID, "1614265330", SIGNATURE, BODY))
        .hasMessageContaining("300 s");
    assertThatThrownBy(() -> at(SIGNED.minus(minutes).minusSeconds(1), SECRET).verify(ID, "1614265330", SIGNATURE, BODY))
        .hasMessageContaining("300 s");
  }

  @Test
  void refusesMissingAndUnreadableHeaders() {
    WebhookSignature signature = at(SIGNED, SECRET);
    assertThatThrownBy(() -> signature.verify(null, "1614265330", SIGNATURE, BODY)).hasMessageContaining("webhook-id");
    assertThatThrownBy(() -> signature.verify(ID, null, SIGNATURE, BODY)).hasMessageContaining("webhook-timestamp");
    assertThatThrownBy(() -> signature.verify(ID, "1614265330", null, BODY)).hasMessageContaining("webhook-signature");
    assertThatThrownBy(() -> signature.verify(ID, "soon", SIGNATURE, BODY)).hasMessageContaining("seconds");
    assertThatThrownBy(() -> signature.verify(ID, "9223372036854775807", SIGNATURE, BODY))
        .isInstanceOf(WebhookSignatureException.class);
  }

  @Test
  void refusesNoSecretAndAShortOneWithoutRepeatingIt() {
    assertThatThrownBy(() -> at(SIGNED)).hasMessageContaining("at least one secret");
    assertThatThrownBy(() -> at(SIGNED, "whsec_c2VjcmV0")).hasMessageNotContaining("c2VjcmV0");
    assertThatThrownBy(() -> at(SIGNED, "pass!word")).hasMessageNotContaining("pass!word");
  }
}
