package org.casebound.connector.jdbc.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.JDBCType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementTest {

  @Test
  void namesBecomeQuestionMarksInTheirOrder() {
    SqlStatement statement = SqlStatement.parse("UPDATE card SET state = :state WHERE id = :id AND state <> :state");
    assertThat(statement.sql()).isEqualTo("UPDATE card SET state = ? WHERE id = ? AND state <> ?");
    assertThat(statement.parameters()).extracting(Parameter::name).containsExactly("state", "id", "state");
  }

  @Test
  void castsSlicesAndQuotedTextsAreLeftAlone() {
    SqlStatement statement = SqlStatement.parse(
        "SELECT a[1:2], b::text, ':x ; -- it''s', \"odd;:y\" FROM t WHERE d = CAST(:d AS DATE) AND v = 4/2-1");
    assertThat(statement.parameters()).extracting(Parameter::name).containsExactly("d");
    assertThat(statement.sql()).contains("a[1:2], b::text, ':x ; -- it''s', \"odd;:y\"");
  }

  @Test
  void aProcedureHasOutParameters() {
    SqlStatement statement = SqlStatement.parse("CALL block(:card, :reference:OUT:VARCHAR, :count:INOUT:INTEGER)");
    assertThat(statement.sql()).isEqualTo("CALL block(?, ?, ?)");
    assertThat(statement.parameters().get(1).out()).contains(JDBCType.VARCHAR);
    assertThat(statement.parameters().get(1).in()).isFalse();
    assertThat(statement.parameters().get(2).in()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "DELETE FROM a; DELETE FROM b",
      "SELECT 1;",
      "SELECT 1 -- a comment",
      "SELECT /* a comment */ 1",
      "SELECT 1 # a comment",
      "SELECT * FROM t WHERE a = ?",
      "SELECT 'a\\' OR 1=1'",
      "SELECT \\1",
      "SELECT $$a$$",
      "SELECT $tag$a$tag$",
      "SELECT 'open",
      "DROP TABLE card",
      "SET ROLE admin",
      "BEGIN",
      "1 SELECT",
      "SELECT :a:OUT:VARCHAR",
      "CALL p(:a:OUT:BLOB)",
      "(SELECT 1)"
  })
  void refusesWhatIsNotOneAllowedStatement(String text) {
    assertThatThrownBy(() -> SqlStatement.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyInputHasItsParameterAndEveryParameterItsInput() {
    SqlStatement statement = SqlStatement.parse("UPDATE t SET a = :a?, b = :b");
    statement.check(Map.of("b", 1L));
    assertThatThrownBy(() -> statement.check(Map.of("a", 1L))).hasMessageContaining("\"b\" has no value");
    assertThatThrownBy(() -> statement.check(Map.of("b", 1L, "c", 1L))).hasMessageContaining("\"c\" has no parameter");
    assertThatThrownBy(() -> statement.check(Map.of("b", Map.of()))).hasMessageContaining("must be a text");
  }
}
