package org.casebound.connector.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceTest {
  @TempDir
  Path archive;

  @Test
  void readsTheStatementThatIsPackedWithTheFactorysCode() throws IOException {
    Conformance stated = new Conformance(ConformanceLevel.REPEATABLE, true, 1);
    assertThat(readFrom(stated.text())).isEqualTo(stated);
  }

  @Test
  void aFactoryWithoutStatementIsUnproven() {
    assertThat(Conformance.of(this)).isEqualTo(Conformance.NONE);
    assertThat(Conformance.of("of the JDK itself").level()).isEqualTo(ConformanceLevel.UNPROVEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "level=EXCELLENT\ncontract=1", "level=VERIFIABLE", "level=VERIFIABLE\ncontract=x", "level=VERIFIABLE\ncontract=0",
    "level=VERIFIABLE\ncontract=99999999999"
  })
  void aStatementThatCanNotBeUnderstoodPromisesNothing(String text) throws IOException {
    assertThat(readFrom(text)).isEqualTo(Conformance.NONE);
  }

  @Test
  void itsTextGivesTheSameStatementAgain() throws IOException {
    for (ConformanceLevel level : ConformanceLevel.values()) {
      Conformance stated = new Conformance(level, level == ConformanceLevel.HONEST, 7);
      Properties properties = new Properties();
      properties.load(new StringReader(stated.text()));
      assertThat(Conformance.of(properties)).contains(stated);
    }
  }

  @Test
  void eachLevelAllowsMoreToHappenByItself() {
    assertThat(ConformanceLevel.UNPROVEN.allowsRepeatAfter(Failure.TRANSIENT)).isFalse();
    assertThat(ConformanceLevel.HONEST.allowsRepeatAfter(Failure.TRANSIENT)).isTrue();
    assertThat(ConformanceLevel.HONEST.allowsRepeatAfter(Failure.UNKNOWN_OUTCOME)).isFalse();
    assertThat(ConformanceLevel.REPEATABLE.allowsRepeatAfter(Failure.UNKNOWN_OUTCOME)).isTrue();
    assertThat(ConformanceLevel.VERIFIABLE.allowsRepeatAfter(Failure.PERMANENT)).isFalse();
    assertThat(ConformanceLevel.VERIFIABLE.includes(ConformanceLevel.REPEATABLE)).isTrue();
    assertThat(ConformanceLevel.REPEATABLE.includes(ConformanceLevel.VERIFIABLE)).isFalse();
  }

  private Conformance readFrom(String text) throws IOException {
    Path file = archive.resolve(Conformance.RESOURCE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    try (URLClassLoader loader = new OfConnector(archive.toUri().toURL())) {
      return Conformance.of(Proxy.newProxyInstance(loader, new Class<?>[] {Supplier.class}, (proxy, method, arguments) -> null));
    }
  }

  private static final class OfConnector extends URLClassLoader {
    OfConnector(URL archive) {
      super(new URL[] {archive}, null);
    }
  }
}
