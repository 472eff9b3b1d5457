package org.casebound.connector.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.InvalidPropertyException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AcknowledgementActivationTest {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  static AcknowledgementActivation valid() {
    AcknowledgementActivation activation = new AcknowledgementActivation();
    activation.setConnector("core-banking");
    activation.setPath("/acknowledgements/core-banking");
    activation.setSecrets(SECRET);
    activation.setPort(0);
    return activation;
  }

  private static void assertRefused(Consumer<AcknowledgementActivation> change, String named) {
    AcknowledgementActivation activation = valid();
    change.accept(activation);
    assertThatThrownBy(activation::validate).isInstanceOf(InvalidPropertyException.class).hasMessageContaining(named);
  }

  @Test
  void acceptsOneOrMoreSecrets() {
    AcknowledgementActivation activation = valid();
    assertThatCode(activation::validate).doesNotThrowAnyException();
    activation.setSecrets(SECRET + ", whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    assertThatCode(activation::validate).doesNotThrowAnyException();
  }

  @Test
  void hasNoDefaultSecret() {
    assertRefused(a -> a.setSecrets(""), "at least one secret");
    assertRefused(a -> a.setSecrets(" , "), "at least one secret");
  }

  @Test
  void refusesWhatCanNotWork() {
    assertRefused(a -> a.setConnector(" "), "connector");
    assertRefused(a -> a.setBindAddress(""), "bindAddress");
    assertRefused(a -> a.setPort(65_000), "port", 1000);
    assertRefused(a -> a.setPath("relative"), "path");
    assertRefused(a -> a.setToleranceSeconds(0), "toleranceSeconds");
    assertRefused(a -> a.setSecrets("short"), "secret");
  }

  private static void assertRefused(Consumer<AcknowledgementActivation> change, String named, int offset) {
    assertRefused(change.andThen(a -> a.setPortOffset(offset)), named);
  }

  @Test
  void isNotCheckedWhenSwitchedOff() {
    AcknowledgementActivation off = new AcknowledgementActivation();
    off.setEnabled(false);
    assertThatCode(off::validate).doesNotThrowAnyException();
  }
}
