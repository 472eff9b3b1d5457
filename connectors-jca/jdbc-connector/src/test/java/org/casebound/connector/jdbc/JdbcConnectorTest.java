package org.casebound.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the contract leaves to the connector, on a real PostgreSQL. */
class JdbcConnectorTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("k-1");

  private final JdbcRig rig = new JdbcRig();
  private final JdbcManagedConnectionFactory factory = (JdbcManagedConnectionFactory) rig.factory();

  @AfterEach
  void close() {
    rig.close();
  }

  private BackOfficeConnection connect() throws Exception {
    ManagedConnection managed = factory.createManagedConnection(null, null);
    return (BackOfficeConnection) managed.getConnection(null, null);
  }

  private Outcome call(String operation, Map<String, Object> input) throws Exception {
    return call(operation, input, Duration.ofSeconds(10));
  }

  private Outcome call(String operation, Map<String, Object> input, Duration timeout) throws Exception {
    return connect().call(new Call(operation, KEY, "test", input, timeout));
  }

  private static Outcome.Failed failed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) outcome;
  }

  @Test
  void aProcedureGivesItsOutParameters() throws Exception {
    assertThat(call("CALL apply_effect(:label, :reference:OUT:VARCHAR)", Map.of("label", "x")))
        .isEqualTo(new Outcome.Done(Map.of("out", Map.of("reference", "R-x"))));
    assertThat(rig.effects(new IdempotencyKey("x"))).isEqualTo(1);
  }

  @Test
  void aQueryGivesItsRowsUpToTheLimitAndSaysThatThereAreMore() throws Exception {
    factory.setMaxRows(2);
    Outcome outcome = call("SELECT n, 'it''s ' || n AS label, n / 2.0 AS half, NULL AS nothing, DATE '2026-02-03' AS day"
        + " FROM generate_series(1, :top) n", Map.of("top", 5));
    Map<String, Object> result = ((Outcome.Done) outcome).result();
    assertThat(result.get("moreRows")).isEqualTo(true);
    assertThat((List<?>) result.get("rows")).hasSize(2).first().satisfies(row -> {
      Map<?, ?> first = (Map<?, ?>) row;
      assertThat(first.get("n")).isEqualTo(1L);
      assertThat(first.get("label")).isEqualTo("it's 1");
      assertThat(first.get("half")).asString().startsWith("0.5");
      assertThat(first.get("nothing")).isNull();
      assertThat(first.get("day")).isEqualTo("2026-02-03");
    });
  }

  @Test
  void aStatementGivesItsUpdateCountAndIsNeverBuiltFromValues() throws Exception {
    String attack = "x'); DELETE FROM effect; --";
    assertThat(call("INSERT INTO effect (name, amount) VALUES (:name, :amount?)", Map.of("name", attack)))
        .isEqualTo(new Outcome.Done(Map.of("updateCount", 1)));
    assertThat(TestDatabase.shared().effects(attack)).isEqualTo(1);
  }

  @Test
  void refusesSeveralStatementsBeforeAnythingIsSent() throws Exception {
    Outcome.Failed failed = failed(call("DELETE FROM busy; DELETE FROM effect", Map.of()));
    assertThat(failed.kind()).isEqualTo(Failure.PERMANENT);
    assertThat(failed.code()).isEqualTo("OPERATION_INVALID");
  }

  @Test
  void aKeyIsNotTakenForAnotherCall() throws Exception {
    call("INSERT INTO effect (name) VALUES (:name)", Map.of("name", "a"));
    assertThat(failed(call("INSERT INTO effect (name) VALUES (:name)", Map.of("name", "b"))).code())
        .isEqualTo("KEY_REUSED");
    assertThat(TestDatabase.shared().effects("b")).isZero();
  }

  @Test
  void aFailureLeavesNoKeyBehindAndAViolatedConstraintIsPermanent() throws Exception {
    Outcome.Failed failed =
        failed(call("INSERT INTO effect (name, amount) VALUES (:name, :amount)", Map.of("name", "a", "amount", -1)));
    assertThat(failed.kind()).isEqualTo(Failure.PERMANENT);
    assertThat(failed.code()).isEqualTo("SQL_23514");
    assertThat(connect().verify(KEY)).isEqualTo(new Verification.NotApplied());
  }

  @Test
  void aConstraintIsABusinessNoWhereThatIsConfigured() throws Exception {
    factory.setRefusalStates("23514");
    assertThat(call("INSERT INTO effect (name, amount) VALUES (:name, :amount)", Map.of("name", "a", "amount", -1)))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void aSlowStatementIsCertainlyNotAppliedButASlowProcedureIsInDoubt() throws Exception {
    Duration shortTime = Duration.ofMillis(300);
    assertThat(failed(call("SELECT pg_sleep(:seconds)", Map.of("seconds", 3), shortTime)).kind())
        .isEqualTo(Failure.TRANSIENT);
    TestDatabase.shared().clear();
    assertThat(failed(call("CALL dawdle(:seconds)", Map.of("seconds", 3), shortTime)).kind())
        .isEqualTo(Failure.UNKNOWN_OUTCOME);
  }

  @Test
  void verifyAnswersWithTheResultOfTheCall() throws Exception {
    Outcome outcome = call("CALL apply_effect(:label, :reference:OUT:VARCHAR)", Map.of("label", "x"));
    assertThat(connect().verify(KEY)).isEqualTo(new Verification.Applied(outcome));
  }

  @Test
  void withoutAKeyTableNothingCanBeVerifiedAndARepeatedCallHasTwoEffects() throws Exception {
    factory.setKeyTable("");
    assertThat(connect().verify(KEY)).isEqualTo(new Verification.Unsupported());
    call("INSERT INTO effect (name) VALUES (:name)", Map.of("name", "a"));
    call("INSERT INTO effect (name) VALUES (:name)", Map.of("name", "a"));
    assertThat(TestDatabase.shared().effects("a")).isEqualTo(2);
  }

  @Test
  void wrongCredentialsAreNotRetried() throws Exception {
    factory.setUserName("nobody-here");
    factory.setPassword("wrong");
    Outcome.Failed failed = failed(call("SELECT 1", Map.of()));
    assertThat(failed.kind()).as(failed.message()).isEqualTo(Failure.PERMANENT);
    assertThat(failed.message()).doesNotContain("wrong");
  }

  @Test
  void aDataSourceThatIsNotThereMayComeLater() throws Exception {
    factory.setDataSource("java:/not-there");
    assertThat(failed(call("SELECT 1", Map.of())).kind()).isEqualTo(Failure.TRANSIENT);
    assertThat(connect().health().state()).isEqualTo(Health.State.DOWN);
  }

  @Test
  void healthAsksTheDatabaseAndItsKeyTable() throws Exception {
    assertThat(connect().health().state()).isEqualTo(Health.State.UP);
    factory.setKeyTable("no_such_table");
    assertThat(connect().health().state()).isEqualTo(Health.State.DOWN);
  }

  @Test
  void impossiblePropertiesAreRefusedBeforeAnythingIsSent() {
    factory.setKeyTable("a; drop table b");
    assertThatThrownBy(() -> factory.createManagedConnection(null, null))
        .isInstanceOf(InvalidPropertyException.class).hasMessageContaining("keyTable");
    factory.setKeyTable("");
    factory.setMaxRows(0);
    assertThatThrownBy(() -> factory.createManagedConnection(null, null)).hasMessageContaining("maxRows");
    factory.setMaxRows(1);
    factory.setQuestionTimeoutMillis(0);
    assertThatThrownBy(() -> factory.createManagedConnection(null, null)).hasMessageContaining("questionTimeoutMillis");
    factory.setQuestionTimeoutMillis(1);
    factory.setDataSource("jdbc:h2:mem:x");
    assertThatThrownBy(() -> factory.createManagedConnection(null, null)).hasMessageContaining("dataSource");
  }
}
