package org.casebound.connector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private static final AddressGuard STRICT = AddressGuard.of(List.of());

  @ParameterizedTest
  @ValueSource(strings = {
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
    "100.100.100.200", "169.254.169.254", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255", "2130706433",
    "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0:10.0.0.1", "64:ff9b::a00:1",
    "2002:a00:1::", "2001:0:1::", "fd00:ec2::254", "fc00::1", "fe80::1", "fec0::1", "ff02::1", "localhost"
  })
  void closedAddressesAreRefused(String host) {
    assertThat(STRICT.closed(host)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "11.0.0.1", "192.167.1.1", "169.253.0.1",
    "::ffff:8.8.8.8", "2606:4700::1111", "2001:4860:4860::8888"
  })
  void publicAddressesAreOpen(String host) {
    assertThat(STRICT.closed(host)).isEmpty();
  }

  @Test
  void whatTheAdministratorAllowsIsOpenAndNothingBeside() {
    AddressGuard guard = AddressGuard.of(List.of("10.20.0.0/15", "127.0.0.1", "fd12::/16"));
    assertThat(guard.closed("10.21.255.255")).isEmpty();
    assertThat(guard.closed("10.22.0.0")).isPresent();
    assertThat(guard.closed("127.0.0.1")).isEmpty();
    assertThat(guard.closed("::ffff:127.0.0.1")).isEmpty();
    assertThat(guard.closed("127.0.0.2")).isPresent();
    assertThat(guard.closed("fd12:1::1")).isEmpty();
    assertThat(guard.closed("fd13::1")).isPresent();
  }

  @Test
  void aNameWithoutAnAddressIsLeftToTheClient() {
    assertThat(STRICT.closed("no-such-host.invalid")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "::1/129", "10.0.0/x", "10.0.0.0/", "1.2.3.4.5"})
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
