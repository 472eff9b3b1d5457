package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mail connector beside the EAR: a flow sends a mail through the server's mail session to a real SMTP server. */
@ExtendWith(ServerLogOnFailure.class)
class MailConnectorIT {
  private static final CaseboundServer SERVER = SharedServer.on(Database.POSTGRESQL);
  private static final GreenMail POST_OFFICE = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeAll
  static void connectThePostOffice() {
    POST_OFFICE.start();
    Operator operator = new Operator(SERVER);
    String binding = "socket-binding-group=standard-sockets/remote-destination-outbound-socket-binding=post-office";
    operator.add(binding, Map.of("host", "127.0.0.1", "port", POST_OFFICE.getSmtp().getPort()));
    operator.add("subsystem=mail/mail-session=post-office", Map.of("jndi-name", "java:jboss/mail/PostOffice"));
    operator.add("subsystem=mail/mail-session=post-office/server=smtp", Map.of("outbound-socket-binding-ref", "post-office"));
    operator.connect(
        "mail-connector", "org.casebound.connector.mail.MailManagedConnectionFactory", "Mail",
        Map.of("mailSession", "java:jboss/mail/PostOffice", "from", "Service desk <desk@example.org>"));
  }

  @AfterAll
  static void close() {
    POST_OFFICE.stop();
  }

  @Test
  void aFlowSendsOneMail() throws Exception {
    ConnectedProcess process = ConnectedProcess.of(
        SERVER, "Tell_The_Customer", "java:/eis/Mail", "SEND", "SERVICE",
        Map.of("to", "request.account", "subject", "'Your fee'", "text", "'It is ' + string(request.amount) + '.'"));
    String caseNumber = process.file("customer@example.org", 12);
    assertThat(process.awaitClosed(caseNumber).path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(POST_OFFICE.getReceivedMessages()).hasSize(1);
    MimeMessage mail = POST_OFFICE.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Your fee");
    assertThat(mail.getContent().toString()).contains("It is 12.");
    assertThat(mail.getMessageID()).matches("<casebound\\.[0-9a-f]{40}@example\\.org>");
    assertThat(SERVER.as("operator").get("/api/v1/connectors").expect(200).json())
        .filteredOn(connector -> connector.path("jndiName").asText().equals("java:/eis/Mail"))
        .singleElement()
        .satisfies(connector -> assertThat(connector.path("operations")).extracting(JsonNode::asText).containsExactly("SEND"));
  }
}
