package org.casebound.connector.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.InvalidPropertyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract leaves to the connector, in a real folder. */
class FileConnectorTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("k-1");

  private final FileRig rig = new FileRig();
  private final FileManagedConnectionFactory factory = (FileManagedConnectionFactory) rig.factory();

  @AfterEach
  void close() {
    rig.close();
  }

  private BackOfficeConnection connect() throws Exception {
    return (BackOfficeConnection) factory.createManagedConnection(null, null).getConnection(null, null);
  }

  private Outcome call(String operation, IdempotencyKey key, Map<String, Object> input) throws Exception {
    return connect().call(new Call(operation, key, "case-7", input, Duration.ofSeconds(10)));
  }

  private String onlyFile() throws Exception {
    assertThat(rig.dropped()).hasSize(1);
    return Files.readString(rig.dropped().get(0));
  }

  @Test
  void aJsonFileHoldsTheKeyAndTheInputAndIsNamedByTheKey() throws Exception {
    assertThat(call("JSON block", KEY, Map.of("card", "4929")))
        .isEqualTo(new Outcome.Done(Map.of("file", "block-k-1.json")));
    assertThat(onlyFile()).isEqualTo(
        "{\"idempotencyKey\":\"k-1\",\"correlationId\":\"case-7\",\"input\":{\"card\":\"4929\"}}\n");
  }

  @Test
  void aCsvFileHasTheColumnsOfTheOperationAndQuotesWhatNeedsIt() throws Exception {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("branch", "a \"b\", c\nd");
    input.put("rows", List.of(Map.of("account", "1", "amount", 2.50), Map.of("account", "2")));
    call("CSV fees(idempotencyKey, branch, account, amount)", KEY, input);
    assertThat(onlyFile()).isEqualTo(
        "idempotencyKey,branch,account,amount\r\n"
            + "k-1,\"a \"\"b\"\", c\nd\",1,2.5\r\n"
            + "k-1,\"a \"\"b\"\", c\nd\",2,\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "XML x", "JSON", "JSON ../x", "JSON a/b", "JSON x(a)", "CSV x", "CSV x()", "CSV x(a,a)", "CSV x(a b)", "CSV x(other)"})
  void refusesAnOperationOfAnotherForm(String operation) throws Exception {
    Outcome outcome = call(operation, KEY, Map.of("a", 1));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).code()).isEqualTo("OPERATION_INVALID");
    assertThat(rig.dropped()).isEmpty();
  }

  @Test
  void keysThatDifferInCaseOrInWhatAFileNameMayNotHoldHaveDifferentFiles() throws Exception {
    factory.setMaxWaiting(0);
    List<String> keys = List.of("a", "A", "a/b", "a\\b", "../a", "a:b", "x".repeat(200));
    for (String key : keys) {
      assertThat(call("JSON x", new IdempotencyKey(key), Map.of())).isInstanceOf(Outcome.Done.class);
    }
    assertThat(rig.dropped()).hasSize(keys.size());
    assertThat(rig.dropped().stream().map(file -> file.getFileName().toString().toLowerCase(java.util.Locale.ROOT)).distinct())
        .hasSize(keys.size());
  }

  @Test
  void aFileThatTheReceiverTookIsNotDroppedAgain() throws Exception {
    Outcome first = call("JSON x", KEY, Map.of());
    Files.delete(rig.dropped().get(0));
    assertThat(call("JSON x", KEY, Map.of())).isEqualTo(first);
    assertThat(rig.dropped()).isEmpty();
    assertThat(connect().verify(KEY)).isEqualTo(new Verification.Applied(first));
  }

  @Test
  void aCrashBetweenKeyAndRenameIsFinishedByTheNextCall() throws Exception {
    call("JSON x", KEY, Map.of());
    Path dropped = rig.dropped().get(0);
    Path entry = rig.folder().resolve(".casebound/keys/k-1");
    String part = Arrays.stream(Files.readString(entry).split("\"")).filter(text -> text.endsWith(".part")).findFirst().orElseThrow();
    Files.move(dropped, rig.folder().resolve(".casebound/unfinished/" + part));
    assertThat(connect().verify(KEY)).isEqualTo(new Verification.NotApplied());
    assertThat(call("JSON x", KEY, Map.of())).isEqualTo(new Outcome.Done(Map.of("file", "x-k-1.json")));
    assertThat(rig.dropped()).hasSize(1);
  }

  @Test
  void ofCallersWithTheSameKeyAtTheSameMomentOneDropsTheFile() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Outcome>> calls = Stream.<Callable<Outcome>>generate(() -> () -> call("JSON x", KEY, Map.of())).limit(40).toList();
    for (Future<Outcome> outcome : threads.invokeAll(calls)) {
      assertThat(outcome.get()).isEqualTo(new Outcome.Done(Map.of("file", "x-k-1.json")));
    }
    threads.shutdown();
    assertThat(rig.dropped()).hasSize(1);
    try (Stream<Path> left = Files.list(rig.folder().resolve(".casebound/unfinished"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whereTheReceiverAcknowledgesTheFileNameIsTheReference() throws Exception {
    factory.setAcknowledged(true);
    assertThat(call("JSON x", KEY, Map.of())).isEqualTo(new Outcome.Accepted("x-k-1.json"));
  }

  @Test
  void aFolderThatIsNotThereMayBeMountedLater() throws Exception {
    factory.setFolder(rig.folder().resolve("away").toString());
    assertThat(((Outcome.Failed) call("JSON x", KEY, Map.of())).kind()).isEqualTo(Failure.TRANSIENT);
    assertThat(connect().health().state()).isEqualTo(Health.State.DOWN);
    factory.setFolder(rig.folder().toString());
    assertThat(connect().health().state()).isEqualTo(Health.State.UP);
  }

  @Test
  void impossiblePropertiesAreRefusedBeforeAnythingIsWritten() {
    factory.setFolder("relative");
    assertThatThrownBy(() -> factory.createManagedConnection(null, null))
        .isInstanceOf(InvalidPropertyException.class).hasMessageContaining("absolute");
    factory.setFolder("/a");
    factory.setWorkFolder("/a/");
    assertThatThrownBy(() -> factory.createManagedConnection(null, null)).hasMessageContaining("workFolder");
    factory.setWorkFolder("");
    factory.setMaxWaiting(-1);
    assertThatThrownBy(() -> factory.createManagedConnection(null, null)).hasMessageContaining("maxWaiting");
  }
}
