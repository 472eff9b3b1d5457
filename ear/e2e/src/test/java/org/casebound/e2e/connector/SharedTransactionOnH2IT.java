package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The embedded database can not be committed together with another one, so a connector that asks for it is refused. */
@ExtendWith(ServerLogOnFailure.class)
class SharedTransactionOnH2IT {
  private static final CaseboundServer SERVER = SharedServer.on(Database.H2);

  @Test
  void aCallInTheStepsTransactionIsRefusedOnH2() {
    new Operator(SERVER).connect(
        "jdbc-connector", "org.casebound.connector.jdbc.JdbcManagedConnectionFactory", "TogetherOnH2",
        Map.of("dataSource", "java:jboss/datasources/CaseboundDS", "transaction", "CALLER"));
    ConnectedProcess process = ConnectedProcess.of(
        SERVER, "Book_On_H2", "java:/eis/TogetherOnH2", "'CREATE TABLE must_not_be_made (account varchar(:amount))'", "SERVICE",
        Map.of("amount", "request.amount"));
    String caseNumber = process.file("H-1", 3);
    JsonNode incident = process.awaitIncident(caseNumber);
    assertThat(incident.path("code").asText()).isEqualTo("TRANSACTION_UNSAFE");
    assertThat(incident.path("message").asText()).contains("Casebound's database is H2", "Nothing was called", "transaction=OWN");
    assertThat(process.look(caseNumber).path("status").asText()).isNotEqualTo("CLOSED");
  }
}
