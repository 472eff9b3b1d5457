package org.casebound.e2e.hold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jspecify.annotations.Nullable;

/**
 * A server whose pool has {@value #DATABASE_CONNECTIONS} connections to its PostgreSQL database, and whose back office is the
 * test's own. One for all tests of this package that do not kill it; ends with the JVM.
 */
final class SmallServer {
  static final int DATABASE_CONNECTIONS = 10;

  /** As many as the server has threads for calls. */
  static final int CALLS_AT_A_TIME = 64;

  private static final int REQUESTS_TOGETHER = 100;
  private static @Nullable SmallServer shared;

  private final SlowBank bank = new SlowBank();
  private final CaseboundServer server = CaseboundServer.on(Database.POSTGRESQL)
      .with("casebound.database.pool.max", Integer.toString(DATABASE_CONNECTIONS))
      .with("casebound.call.recordings", "5")
      .with("casebound.demo-bank.url", bank.address())
      .with("casebound.demo-bank.connections", Integer.toString(CALLS_AT_A_TIME))
      .with("casebound.database.password", Secrets.DATABASE)
      .with("wildfly.statistics-enabled", "true");

  private SmallServer() {
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::kill, "end small server"));
  }

  static synchronized SmallServer shared() {
    if (shared == null) {
      shared = new SmallServer();
    }
    return shared;
  }

  CaseboundServer server() {
    return server;
  }

  SlowBank bank() {
    return bank;
  }

  void importBundle(String name) {
    try (var bundle = SmallServer.class.getResourceAsStream("/bundles/" + name)) {
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", bundle.readAllBytes()).expect(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files so many requests, many in each transaction. */
  void file(int count, IntFunction<Map<String, Object>> request) {
    for (int from = 0; from < count; from += REQUESTS_TOGETHER) {
      List<Map<String, Object>> requests =
          IntStream.range(from, Math.min(count, from + REQUESTS_TOGETHER)).mapToObj(request).toList();
      server.as("agent").post("/api/v1/service-requests/batch", Map.of("requests", requests)).expect(201);
    }
  }

  /** The number that a query gives. */
  long count(String sql) {
    return Long.parseLong(texts(sql).get(0));
  }

  /** The first column of a query's rows. */
  List<String> texts(String sql) {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Where its database is reached. */
  String databaseUrl() {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName())) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A figure of the data source's pool, e.g. InUseCount. */
  int databasePool(String figure) {
    return attribute("subsystem=datasources/data-source=CaseboundDS/statistics=pool", figure).asInt();
  }

  /** A figure of the pool of connections to one of the bank's systems, e.g. MaxUsedCount of CardSystem. */
  int connectorPool(String system, String figure) {
    String definition = "subsystem=resource-adapters/resource-adapter=http-connector/connection-definitions=" + system;
    return attribute(definition + "/statistics=pool", figure).asInt();
  }

  /** Live threads of the server. */
  int threads() {
    return attribute("core-service=platform-mbean/type=threading", "thread-count").asInt();
  }

  /** Bytes of the heap that are still in use after a full collection. */
  long liveHeap() {
    ModelNode collect = Operations.createOperation("gc", address("core-service=platform-mbean/type=memory"));
    execute(collect);
    execute(collect);
    return attribute("core-service=platform-mbean/type=memory", "heap-memory-usage").get("used").asLong();
  }

  private ModelNode attribute(String address, String name) {
    return Operations.readResult(execute(Operations.createReadAttributeOperation(address(address), name)));
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
    try (ModelControllerClient client =
        ModelControllerClient.Factory.create("localhost", server.managementAddress().getPort())) {
      ModelNode answer = client.execute(operation);
      if (!Operations.isSuccessfulOutcome(answer)) {
        throw new IllegalStateException(operation + ": " + Operations.getFailureDescription(answer));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
