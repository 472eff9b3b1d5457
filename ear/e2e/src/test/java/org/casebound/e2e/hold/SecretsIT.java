package org.casebound.e2e.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.connector.ConnectedProcess;
import org.casebound.e2e.connector.Operator;
import org.casebound.e2e.flow.Desk;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Secrets that a server is given stay where they were put. After a run in which each of them was used, and some were refused, the
 * database, the log, every list of the API and what it leads to, the bundles of processes and the pages are searched for them.
 */
@ExtendWith(ServerLogOnFailure.class)
class SecretsIT {
  private static final String MARK = "m4rk-of-this-run";
  private static final String STORE = "subsystem=elytron/credential-store=holdings";

  private final SmallServer small = SmallServer.shared();
  private final CaseboundServer server = small.server();
  private final Traces traces = new Traces(small);

  @Test
  void aSecretIsFoundNowhereAfterItWasUsed() throws IOException {
    String number = useThemAll();
    assertThat(traces.inDatabase(MARK)).as("the search of the database finds what is there").isNotEmpty();
    Map<String, String> api = traces.api(number);
    assertThat(Traces.holding(api, MARK)).as("the search of the API finds what is there").isNotEmpty();
    assertThat(api.keySet()).as("calls and bundles are read, too")
        .anyMatch(path -> path.matches("/api/v1/ledger/\\d+ for admin")).contains("/api/v1/studio/processes/Book_With_Login/versions/1/bundle for owner");
    Map<String, String> pages = traces.pages(number);
    assertThat(Traces.holding(pages, MARK)).as("the search of the pages finds what is there").isNotEmpty();
    assertThat(traces.inLogs("CBD10025|WFLYSRV0025")).as("the search of the logs finds what is there").isNotEmpty();
    for (String secret : Secrets.all()) {
      assertThat(traces.inDatabase(secret)).as("columns with the secret %s", secret).isEmpty();
      assertThat(traces.inLogs(java.util.regex.Pattern.quote(secret))).as("log lines with the secret %s", secret).isEmpty();
      assertThat(Traces.holding(api, secret)).as("answers with the secret %s", secret).isEmpty();
      assertThat(Traces.holding(pages, secret)).as("pages with the secret %s", secret).isEmpty();
    }
  }

  /** Answers the number of a case whose page, history and calls tell of all that. */
  private String useThemAll() {
    mistypeAPassword();
    sendAForgedAcknowledgement();
    ConnectedProcess process = withALedgerThatRefusesTheLogin();
    String number = server.as("agent").post("/api/v1/service-requests", Map.of(
        "process", process.name(), "subject", MARK, "requester", "requester", "attributes", Map.of("account", "A-1", "amount", 17)))
        .expect(201).json().path("caseNumber").asText();
    await("the login to be refused").atMost(Duration.ofSeconds(60)).until(() ->
        small.count("select count(*) from step_attempt where integration = 'Book_With_Login_Call' and state = 'FAILED'") > 0);
    small.bank().takeTime(Duration.ZERO);
    new Desk(server).awaitStatus(new Desk(server).file(Desk.cardBlock(Desk.newCard())), "CLOSED");
    return number;
  }

  private void mistypeAPassword() {
    Api.of(server.address()).as("colleague", Secrets.MISTYPED).get("/api/v1/cases").expect(401);
    server.as("colleague").get("/api/v1/work-items").expect(200);
  }

  private void sendAForgedAcknowledgement() {
    server.as("bank").with("webhook-id", "w").with("webhook-timestamp", "1").with("webhook-signature", "v1," + Secrets.MISTYPED)
        .post("/api/v1/acknowledgements/core-banking", "{\"messageId\":\"m\",\"reference\":\"r\",\"status\":\"DONE\"}").expect(403);
  }

  private ConnectedProcess withALedgerThatRefusesTheLogin() {
    Operator operator = new Operator(server);
    ModelNode clear = new ModelNode();
    clear.get("clear-text").set("0pens-the-st0re");
    operator.add(STORE, Map.of("path", "holdings.cs", "relative-to", "jboss.server.data.dir", "create", true, "credential-reference", clear));
    operator.run(STORE, "add-alias", Map.of("alias", "ledger", "secret-value", Secrets.STORED));
    ModelNode stored = new ModelNode();
    stored.get("store").set("holdings");
    stored.get("alias").set("ledger");
    operator.add("subsystem=datasources/data-source=Holdings", Map.of(
        "jndi-name", "java:jboss/datasources/Holdings", "driver-name", "postgresql", "connection-url", small.databaseUrl(),
        "user-name", "nobody_at_all", "credential-reference", stored, "jta", false));
    operator.connect("jdbc-connector", "org.casebound.connector.jdbc.JdbcManagedConnectionFactory", "Holdings",
        Map.of("dataSource", "java:jboss/datasources/Holdings", "userName", "stranger", "password", Secrets.LOGIN));
    return ConnectedProcess.of(
        server, Traces.PROCESS, "java:/eis/Holdings", "'INSERT INTO nowhere (account, amount) VALUES (:account, :amount)'", "SERVICE");
  }
}
