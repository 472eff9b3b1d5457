package org.casebound.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class ConnectorContractTest {
  @Test
  void everyTestOfTheContractFindsItsMistakeInABadConnector() {
    List<String> contract = checks(CallContract.class, ConnectorContract.class);
    assertThat(contract).hasSizeGreaterThan(20);
    assertThat(failed(BadConnectorContract.class)).containsExactlyInAnyOrderElementsOf(contract);
  }

  @Test
  void everyTestOfTheInboundContractFindsItsMistakeInABadConnector() {
    List<String> contract = checks(AcknowledgementContract.class);
    assertThat(contract).hasSizeGreaterThan(7);
    assertThat(failed(BadInboundContract.class)).containsExactlyInAnyOrderElementsOf(contract);
  }

  @Test
  void everyTestSaysWhichLevelNeedsIt() {
    assertThat(methods(CallContract.class, ConnectorContract.class, AcknowledgementContract.class))
        .allMatch(method -> method.isAnnotationPresent(Shows.class));
  }

  private static List<String> failed(Class<?> contract) {
    Events tests = EngineTestKit.engine("junit-jupiter").selectors(selectClass(contract)).execute().testEvents();
    return tests.failed().stream().map(event -> event.getTestDescriptor().getDisplayName().replace("()", "")).toList();
  }

  private static List<String> checks(Class<?>... contracts) {
    return methods(contracts).map(Method::getName).toList();
  }

  private static Stream<Method> methods(Class<?>... contracts) {
    return Arrays.stream(contracts)
        .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class));
  }
}
