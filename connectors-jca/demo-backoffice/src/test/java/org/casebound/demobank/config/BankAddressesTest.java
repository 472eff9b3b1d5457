package org.casebound.demobank.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.casebound.demobank.acknowledgement.Receiver;
import org.junit.jupiter.api.Test;

class BankAddressesTest {
  private static Map<String, Receiver> with(Map<String, String> properties) {
    return BankAddresses.from(name -> Optional.ofNullable(properties.get(name)));
  }

  @Test
  void sendsToTheSameServerUnlessToldOtherwise() {
    Map<String, Receiver> receivers = with(Map.of());
    assertThat(receivers.get("listener").uri()).hasToString("http://localhost:8090/acknowledgements/core-banking");
    assertThat(receivers.get("rest").uri()).hasToString("http://localhost:8080/api/v1/acknowledgements/core-banking");
    assertThat(receivers.get("rest").basicCredentials()).contains("bank:bank-demo");
  }

  @Test
  void followsThePortOffset() {
    Map<String, Receiver> receivers = with(Map.of("jboss.socket.binding.port-offset", "1000"));
    assertThat(receivers.get("listener").uri().getPort()).isEqualTo(9090);
    assertThat(receivers.get("rest").uri().getPort()).isEqualTo(9080);
  }

  @Test
  void sendsToAConfiguredAddress() {
    Map<String, Receiver> receivers = with(Map.of("casebound.demo-bank.acknowledgement-url", "http://h:1/x"));
    assertThat(receivers.get("listener").uri()).hasToString("http://h:1/x");
  }
}
