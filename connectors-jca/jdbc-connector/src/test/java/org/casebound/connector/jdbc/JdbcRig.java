package org.casebound.connector.jdbc;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.tck.FaultyWire;
import org.casebound.connector.tck.Rig;
import org.casebound.connector.tck.TestContainer;
import org.casebound.connector.tck.TestNaming;

/** The JDBC connector with a PostgreSQL behind a wire that can be told to fail. */
final class JdbcRig implements Rig {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestDatabase database = TestDatabase.shared();
  private final FaultyWire wire = new FaultyWire(database.port(), "COMMIT");
  private final TestContainer container = new TestContainer();
  private final JdbcResourceAdapter adapter = new JdbcResourceAdapter();
  private final String name = "java:/bank-" + NUMBER.incrementAndGet();

  private String undo = "SELECT 1";

  JdbcRig() {
    database.clear();
    adapter.start(container);
    TestNaming.bind(name, TestDatabase.through(wire.port()));
    TestNaming.bind(name + "-nowhere", TestDatabase.through(FaultyWire.deadPort()));
  }

  JdbcManagedConnectionFactory factory(String dataSource) {
    JdbcManagedConnectionFactory factory = new JdbcManagedConnectionFactory();
    factory.setDataSource(dataSource);
    factory.setKeyTable("casebound_key");
    try {
      factory.setResourceAdapter(adapter);
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
    return factory;
  }

  @Override
  public ManagedConnectionFactory factory() {
    return factory(name);
  }

  @Override
  public ManagedConnectionFactory factoryToNowhere() {
    return factory(name + "-nowhere");
  }

  @Override
  public Call call(IdempotencyKey key, Duration timeout) {
    return new Call(
        "INSERT INTO effect (name, amount) VALUES (:name, :amount)",
        key, "contract", Map.of("name", key.value(), "amount", 1), timeout);
  }

  @Override
  public Call refusedCall(IdempotencyKey key) {
    return new Call("CALL refuse(:name)", key, "contract", Map.of("name", "17"), Duration.ofSeconds(10));
  }

  @Override
  public void answerLate(Duration delay) {
    wire.answerLate(delay);
  }

  @Override
  public void breakAfterEffect() {
    wire.cutAfterEffect();
  }

  @Override
  public void beBusy() {
    database.execute("INSERT INTO busy VALUES (now())");
  }

  @Override
  public void holdRequests(Duration time) {
    wire.holdRequests(time);
  }

  @Override
  public boolean cutIdleConnections() {
    wire.cutNow();
    return true;
  }

  @Override
  public boolean changeSchema() {
    database.execute("ALTER TABLE effect RENAME COLUMN amount TO total");
    undo = "ALTER TABLE effect RENAME COLUMN total TO amount";
    return true;
  }

  @Override
  public Optional<ManagedConnectionFactory> factoryWithWrongCredentials() {
    JdbcManagedConnectionFactory stranger = factory(name);
    stranger.setUserName("stranger");
    stranger.setPassword(WRONG_PASSWORD);
    return Optional.of(stranger);
  }

  @Override
  public void behave() {
    wire.behave();
  }

  @Override
  public int effects(IdempotencyKey key) {
    return database.effects(key.value());
  }

  @Override
  public void close() {
    database.execute(undo);
    wire.close();
    container.close();
  }
}
