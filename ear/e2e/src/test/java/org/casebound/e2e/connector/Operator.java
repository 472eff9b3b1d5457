package org.casebound.e2e.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** What an operator does with the command line while the server runs: adds resources and deploys archives of the build. */
public record Operator(CaseboundServer server) {

  /** Adds a resource, e.g. {@code add("subsystem=mail/mail-session=x", Map.of("jndi-name", ...))}. */
  public void add(String address, Map<String, Object> attributes) {
    ModelNode operation = Operations.createAddOperation(address(address));
    attributes.forEach((name, value) -> put(operation, name, value));
    operation.get("operation-headers", "allow-resource-service-restart").set(true);
    execute(operation);
  }

  /** Runs another operation of a resource. */
  public void run(String address, String name, Map<String, Object> parameters) {
    ModelNode operation = Operations.createOperation(name, address(address));
    parameters.forEach((parameter, value) -> put(operation, parameter, value));
    execute(operation);
  }

  /** The value of an attribute. */
  public ModelNode read(String address, String attribute) {
    return Operations.readResult(execute(Operations.createReadAttributeOperation(address(address), attribute)));
  }

  /** Loads the configuration anew, and waits until the EAR serves again. */
  void reload() {
    long starts = starts();
    execute(Operations.createOperation("reload"));
    Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> starts() > starts && isReady());
  }

  private long starts() {
    return server.log().lines().filter(line -> line.contains("WFLYSRV0025")).count();
  }

  private boolean isReady() {
    try {
      Reply reply = Api.of(server.managementAddress()).get("/health/ready");
      return reply.status() == 200 && reply.body().contains("\"casebound.ear\":\"OK\"");
    } catch (UncheckedIOException notYetListening) {
      return false;
    }
  }

  /** Deploys a connector's archive and gives it one back office, {@code java:/eis/<name>}. */
  public void connect(String connector, String factory, String name, Map<String, String> properties) {
    connect(connector, factory, Map.of(name, properties));
  }

  /** The same with several back offices: their names and properties. */
  public void connect(String connector, String factory, Map<String, Map<String, String>> properties) {
    String adapter = "subsystem=resource-adapters/resource-adapter=" + connector;
    add(adapter, Map.of("archive", connector + ".rar", "transaction-support", "NoTransaction"));
    properties.forEach((back, settings) -> define(adapter + "/connection-definitions=" + back, factory, back, settings));
    deploy("connectors-jca/" + connector + "-rar/target/" + connector + ".rar");
  }

  private void define(String definition, String factory, String name, Map<String, String> properties) {
    add(definition, Map.of("class-name", factory, "jndi-name", "java:/eis/" + name, "min-pool-size", 0, "max-pool-size", 5));
    properties.forEach((key, value) -> add(definition + "/config-properties=" + key, Map.of("value", value)));
  }

  /** Deploys an archive that the build made; the path is relative to the project. */
  public void deploy(String path) {
    Path archive = root().resolve(path);
    ModelNode operation = Operations.createAddOperation(address("deployment=" + archive.getFileName()));
    ModelNode content = operation.get("content").get(0);
    content.get("path").set(archive.toString());
    content.get("archive").set(true);
    operation.get("enabled").set(true);
    execute(operation);
  }

  private static void put(ModelNode operation, String name, Object value) {
    if (value instanceof Integer number) {
      operation.get(name).set(number);
    } else if (value instanceof List<?> list) {
      list.forEach(each -> operation.get(name).add(each.toString()));
    } else if (value instanceof ModelNode structure) {
      operation.get(name).set(structure);
    } else if (value instanceof Boolean truth) {
      operation.get(name).set(truth);
    } else {
      operation.get(name).set(value.toString());
    }
  }

  private static ModelNode address(String text) {
    ModelNode address = new ModelNode();
    for (String part : text.split("/")) {
      int equals = part.indexOf('=');
      address.add(part.substring(0, equals), part.substring(equals + 1));
    }
    return address;
  }

  private ModelNode execute(ModelNode operation) {
    int port = server.managementAddress().getPort();
    try (ModelControllerClient client = ModelControllerClient.Factory.create("localhost", port)) {
      ModelNode answer = client.execute(operation);
      if (!Operations.isSuccessfulOutcome(answer)) {
        throw new IllegalStateException(operation + ": " + Operations.getFailureDescription(answer) + "\n" + server.logTail());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The project's directory. */
  static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("fulfillment-ejb")))
        .findFirst()
        .orElseThrow();
  }
}
