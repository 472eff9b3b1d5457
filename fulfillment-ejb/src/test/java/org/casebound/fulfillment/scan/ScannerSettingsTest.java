package org.casebound.fulfillment.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.casebound.fulfillment.archive.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerSettingsTest {
  @Test
  void scansNothingByDefault() {
    ScannerSettings settings = settings(Map.of());
    assertThat(settings.bean()).isEmpty();
    assertThat(settings.clamd()).isEmpty();
    assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void readsWhereClamdIs() {
    assertThat(settings(Map.of("casebound.scanner.clamd", "clamd.example:3310")).clamd()).contains(InetSocketAddress.createUnresolved("clamd.example", 3310));
    assertThat(settings(Map.of("casebound.scanner.clamd", "[::1]:3310")).clamd()).contains(InetSocketAddress.createUnresolved("::1", 3310));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamd", "clamd:", ":3310", "clamd:0", "clamd:70000", "::1:3310", "a b:3310"})
  void refusesToStartWithAnAddressThatIsNone(String address) {
    assertThatThrownBy(() -> settings(Map.of("casebound.scanner.clamd", address)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CBD10020: setting casebound.scanner.clamd must be host:port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "PT0.5S", "PT2H", "-PT5S"})
  void refusesToStartWithATimeOutThatIsNone(String timeout) {
    assertThatThrownBy(() -> settings(Map.of("casebound.scanner.timeout", timeout)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("casebound.scanner.timeout must be an ISO duration");
  }

  private static ScannerSettings settings(Map<String, String> values) {
    return ScannerSettings.from(new MapConfig(values));
  }
}
