package org.casebound.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class ConnectorContractTest {
  @Test
  void everyTestOfTheContractFindsItsMistakeInABadConnector() {
    Events tests = EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(BadConnectorContract.class))
        .execute()
        .testEvents();
    List<String> contract = Arrays.stream(ConnectorContract.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .toList();
    List<String> failed = tests.failed().stream()
        .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
        .toList();
    assertThat(contract).hasSizeGreaterThan(10);
    assertThat(failed).containsExactlyInAnyOrderElementsOf(contract);
  }
}
