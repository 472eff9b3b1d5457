package org.casebound.connector.base.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.transaction.xa.XAResource;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Receipt;
import org.junit.jupiter.api.Test;

class EndpointDeliveryTest {
  private static final Acknowledgement ACK = new Acknowledgement(
      "core", "m", Optional.of("R"), Optional.empty(), new Outcome.Done(Map.of()), Instant.EPOCH, "{}");

  private final List<String> events = new ArrayList<>();
  private final List<Synchronization> watchers = new ArrayList<>();
  private boolean transacted = true;
  private int end = Status.STATUS_COMMITTED;
  private Optional<RuntimeException> failure = Optional.empty();

  private EndpointDelivery delivery(MessageEndpointFactory factory) {
    TransactionSynchronizationRegistry registry = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {TransactionSynchronizationRegistry.class}, (proxy, method, args) ->
            switch (method.getName()) {
              case "getTransactionStatus" -> Status.STATUS_ACTIVE;
              case "registerInterposedSynchronization" -> watchers.add((Synchronization) args[0]) ? null : null;
              default -> throw new UnsupportedOperationException(method.getName());
            });
    return new EndpointDelivery(factory, registry);
  }

  private final class Factory implements MessageEndpointFactory {
    @Override
    public MessageEndpoint createEndpoint(XAResource resource) {
      return new Endpoint();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
      return new Endpoint();
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
      return transacted;
    }

    @Override
    public String getActivationName() {
      return "test";
    }

    @Override
    public Class<?> getEndpointClass() {
      return Endpoint.class;
    }
  }

  private final class Endpoint implements MessageEndpoint, AcknowledgementListener {
    @Override
    public void beforeDelivery(Method method) {
      events.add("before");
    }

    @Override
    public Receipt onAcknowledgement(Acknowledgement acknowledgement) {
      events.add("message");
      failure.ifPresent(e -> {
        throw e;
      });
      return Receipt.MATCHED;
    }

    @Override
    public void afterDelivery() {
      events.add("after");
      watchers.forEach(watcher -> watcher.afterCompletion(end));
    }

    @Override
    public void release() {
      events.add("release");
    }
  }

  @Test
  void deliversInATransactionWhereTheEndpointAsksForOne() throws Exception {
    assertThat(delivery(new Factory()).deliver(ACK)).isEqualTo(Receipt.MATCHED);
    assertThat(events).containsExactly("before", "message", "after", "release");
  }

  @Test
  void deliversPlainlyWhereTheEndpointAsksForNone() throws Exception {
    transacted = false;
    assertThat(delivery(new Factory()).deliver(ACK)).isEqualTo(Receipt.MATCHED);
    assertThat(events).containsExactly("message", "release");
  }

  @Test
  void aSilentRollbackIsNoDelivery() {
    end = Status.STATUS_ROLLEDBACK;
    assertThatThrownBy(() -> delivery(new Factory()).deliver(ACK))
        .isInstanceOf(ResourceException.class).hasMessageContaining("rolled back");
  }

  @Test
  void endsTheDeliveryAndReleasesTheEndpointWhenItFails() {
    failure = Optional.of(new IllegalStateException("boom"));
    assertThatThrownBy(() -> delivery(new Factory()).deliver(ACK)).hasMessage("boom");
    assertThat(events).containsExactly("before", "message", "after", "release");
  }

  @Test
  void passesOnThatNoEndpointIsAvailable() {
    MessageEndpointFactory closed = new ClosedFactory();
    assertThatThrownBy(() -> delivery(closed).deliver(ACK)).isInstanceOf(UnavailableException.class);
  }

  private static final class ClosedFactory implements MessageEndpointFactory {
    @Override
    public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
      throw new UnavailableException("closed");
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) throws UnavailableException {
      throw new UnavailableException("closed");
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
      return true;
    }

    @Override
    public String getActivationName() {
      return "closed";
    }

    @Override
    public Class<?> getEndpointClass() {
      return Endpoint.class;
    }
  }
}
