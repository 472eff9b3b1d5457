package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void nothingIsAFormula(String text) {
    assertThat(Csv.line(Stream.of(text))).startsWith(text.contains("\r") ? "\"'" : "'");
  }

  @Test
  void separatorsQuotesAndLineEndsStayInTheirCell() {
    assertThat(Csv.line(Stream.of("a,b", "say \"x\"", "two\nlines", "plain", "", "a;b"))).isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain,,\"a;b\"\r\n");
  }
}
