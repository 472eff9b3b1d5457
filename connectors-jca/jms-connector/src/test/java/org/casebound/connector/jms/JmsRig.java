package org.casebound.connector.jms;

import jakarta.jms.JMSException;
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

/** The JMS connector with a real broker behind a wire that can be cut, and a back office that answers at once. */
final class JmsRig implements Rig {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestBroker broker = new TestBroker();
  private final FaultyWire wire = new FaultyWire(broker.port(), "\u0000no text, it is cut by hand");
  private final TestContainer container = new TestContainer();
  private final JmsResourceAdapter adapter = new JmsResourceAdapter();
  private final String name = "java:/broker-" + NUMBER.incrementAndGet();
  private Optional<RespondingBank> bank = Optional.empty();

  JmsRig() {
    adapter.start(container);
    TestNaming.bind(name, TestBroker.through(wire.port()));
    TestNaming.bind(name + "-nowhere", TestBroker.through(FaultyWire.deadPort()));
  }

  /** Opens the back office. */
  JmsRig withBank() {
    try {
      bank = Optional.of(new RespondingBank(broker));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  private JmsManagedConnectionFactory factory(String connectionFactory) {
    JmsManagedConnectionFactory factory = new JmsManagedConnectionFactory();
    factory.setConnectionFactory(connectionFactory);
    factory.setRequestQueue(TestBroker.REQUESTS);
    factory.setAnswering("AT_ONCE");
    try {
      factory.setResourceAdapter(adapter);
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
    return factory;
  }

  TestBroker broker() {
    return broker;
  }

  FaultyWire wire() {
    return wire;
  }

  @Override
  public JmsManagedConnectionFactory factory() {
    return factory(name);
  }

  @Override
  public ManagedConnectionFactory factoryToNowhere() {
    return factory(name + "-nowhere");
  }

  @Override
  public Call call(IdempotencyKey key, Duration timeout) {
    return new Call("Apply", key, "contract", Map.of("a", 1), timeout);
  }

  @Override
  public Call refusedCall(IdempotencyKey key) {
    return new Call("Refuse", key, "contract", Map.of("a", 1), Duration.ofSeconds(10));
  }

  @Override
  public void answerLate(Duration delay) {
    bank.orElseThrow().answerLate(delay);
  }

  @Override
  public void breakAfterEffect() {
    bank.orElseThrow().afterEffect(wire::cutNow);
  }

  /** The bank does not take requests, and the broker holds no more of them. */
  @Override
  public void beBusy() {
    closeBank();
    broker.fill();
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
    bank.orElseThrow().answerInAnUnknownForm();
    return true;
  }

  @Override
  public Optional<ManagedConnectionFactory> factoryWithWrongCredentials() {
    JmsManagedConnectionFactory stranger = factory();
    stranger.setUserName("stranger");
    stranger.setPassword(WRONG_PASSWORD);
    return Optional.of(stranger);
  }

  @Override
  public void behave() {
    bank.ifPresent(open -> {
      open.answerLate(Duration.ZERO);
      open.afterEffect(() -> {});
    });
  }

  @Override
  public int effects(IdempotencyKey key) {
    try {
      int applied = bank.isPresent() ? bank.get().effects(key.value()) : 0;
      return applied + broker.waiting(TestBroker.REQUESTS, key.value());
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean canVerify() {
    return false;
  }

  private void closeBank() {
    try {
      if (bank.isPresent()) {
        bank.get().close();
      }
      bank = Optional.empty();
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closeBank();
    wire.close();
    container.close();
    broker.close();
  }
}
