package org.casebound.connector.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.api.Receipt;
import org.casebound.connector.tck.TestContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderActivationTest {
  private static FolderActivation valid(Path folder) {
    FolderActivation activation = new FolderActivation();
    activation.setConnector("branch");
    activation.setFolder(folder.toString());
    activation.setPollMillis(50);
    activation.setSettleMillis(0);
    return activation;
  }

  @Test
  void refusesSettingsThatCanNotWorkUnlessItIsSwitchedOff() {
    List<Consumer<FolderActivation>> mistakes = List.of(
        a -> a.setConnector(" "), a -> a.setFolder("relative"), a -> a.setPollMillis(0), a -> a.setSettleMillis(-1),
        a -> a.setClaimSeconds(0));
    for (Consumer<FolderActivation> mistake : mistakes) {
      FolderActivation activation = valid(Path.of("/acks"));
      mistake.accept(activation);
      assertThatThrownBy(activation::validate).isInstanceOf(InvalidPropertyException.class);
      activation.setEnabled(false);
      assertThatCode(activation::validate).doesNotThrowAnyException();
    }
  }

  @Test
  void deliversToTheEndpointUntilItIsDeactivated(@TempDir Path folder) throws Exception {
    List<String> delivered = new CopyOnWriteArrayList<>();
    MessageEndpointFactory endpoints = endpoints(delivered);
    try (TestContainer container = new TestContainer()) {
      FileResourceAdapter adapter = new FileResourceAdapter();
      adapter.start(container);
      adapter.endpointActivation(endpoints, valid(folder));
      Files.writeString(folder.resolve("a.json"), "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"DONE\"}");
      await().until(() -> Files.exists(folder.resolve("done/a.json")));
      assertThat(delivered).containsExactly("m");
      adapter.endpointDeactivation(endpoints, valid(folder));
      adapter.stop();
    }
  }

  private static MessageEndpointFactory endpoints(List<String> delivered) {
    Class<?>[] endpointTypes = {MessageEndpoint.class, AcknowledgementListener.class};
    Object endpoint = Proxy.newProxyInstance(FolderActivationTest.class.getClassLoader(), endpointTypes, (proxy, method, arguments) -> {
      if (method.getName().equals("onAcknowledgement")) {
        delivered.add(((Acknowledgement) arguments[0]).messageId());
        return Receipt.MATCHED;
      }
      return null;
    });
    return (MessageEndpointFactory) Proxy.newProxyInstance(
        FolderActivationTest.class.getClassLoader(), new Class<?>[] {MessageEndpointFactory.class},
        (proxy, method, arguments) -> switch (method.getName()) {
          case "createEndpoint" -> endpoint;
          case "isDeliveryTransacted" -> false;
          case "hashCode" -> 1;
          case "equals" -> proxy == arguments[0];
          default -> null;
        });
  }
}
