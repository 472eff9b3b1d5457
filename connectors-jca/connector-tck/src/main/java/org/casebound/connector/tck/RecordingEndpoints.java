package org.casebound.connector.tck;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.api.Receipt;

/** Endpoints, without transactions, that remember what they were given and do with it what they are told. Thread-safe. */
final class RecordingEndpoints {
  private final List<Acknowledgement> delivered = new CopyOnWriteArrayList<>();
  private volatile AcknowledgementListener behaviour = acknowledgement -> Receipt.MATCHED;

  /** From now on this happens with each acknowledgement. */
  void on(AcknowledgementListener listener) {
    behaviour = listener;
  }

  /** What came, in its order, also what could not be stored. */
  List<Acknowledgement> delivered() {
    return List.copyOf(delivered);
  }

  private Receipt receive(Acknowledgement acknowledgement) throws ResourceException {
    delivered.add(acknowledgement);
    return behaviour.onAcknowledgement(acknowledgement);
  }

  MessageEndpointFactory factory() {
    Object endpoint = Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {MessageEndpoint.class, AcknowledgementListener.class},
        (proxy, method, arguments) ->
            method.getName().equals("onAcknowledgement") ? receive((Acknowledgement) arguments[0]) : null);
    return (MessageEndpointFactory) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {MessageEndpointFactory.class},
        (proxy, method, arguments) -> switch (method.getName()) {
          case "createEndpoint" -> endpoint;
          case "isDeliveryTransacted" -> false;
          case "hashCode" -> System.identityHashCode(proxy);
          case "equals" -> proxy == arguments[0];
          default -> null;
        });
  }
}
