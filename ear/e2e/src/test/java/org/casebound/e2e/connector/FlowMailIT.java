package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails of flows go through the server's mail session to a real SMTP server. */
@ExtendWith(ServerLogOnFailure.class)
class FlowMailIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String DIGEST = "/api/v1/notifications/mail";
  private static final GreenMail POST_OFFICE = BrokerServer.POST_OFFICE;

  private static CaseboundServer server;

  @BeforeAll
  static void importTheProcess() {
    server = BrokerServer.get();
    String bundle = """
        bundle: casebound/1
        process:
          name: Mail_Somebody
          version: 1
          label: Mail somebody
          description: Tells somebody by mail.
          usageType: FinancialServices
          category: Notices
          queue: card_services
          fulfillmentFlow: Mail_Somebody_Flow
          attributes:
            - { name: address, type: Text, required: true }
        flows:
          - name: Mail_Somebody_Flow
            label: Mail somebody
            trigger: { record: Case, when: created }
            elements:
              - notify: MAIL
                to: request.address
                subject: "'Für Sie: ' + case.subject"
                text: "'Es ist erledigt.'"
              - closeCase: FULFILLED
        queues:
          - name: card_services
            label: Card services
        """;
    server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", bundle).expect(200);
  }

  private static void tell(String address) {
    server.as("agent").post("/api/v1/service-requests", Map.of(
        "process", "Mail_Somebody", "subject", "Gebühr", "requester", "requester",
        "attributes", Map.of("address", address))).expect(201);
  }

  private static List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(POST_OFFICE.getReceivedMessagesForDomain(address)).toList();
  }

  /** What became of the mail to an address: its tries, and whether another one follows. */
  private static String fate(String address) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
        PreparedStatement select = connection.prepareStatement(
            "SELECT tries || CASE WHEN due_at IS NULL THEN ' given up' ELSE ' and again' END FROM notification WHERE recipient = ?")) {
      select.setString(1, address);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  @Test
  void oneMailArrivesWithItsUmlautsAndItsSender() throws Exception {
    tell("one@customers.example");
    await().atMost(PATIENCE).until(() -> mailsTo("customers.example").size() == 1);
    MimeMessage mail = mailsTo("customers.example").get(0);
    assertThat(mail.getSubject()).isEqualTo("Für Sie: Gebühr");
    assertThat(mail.getContent().toString()).contains("Es ist erledigt.");
    assertThat(mail.getFrom()[0].toString()).isEqualTo("Service desk <desk@example.org>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void whatAPersonIsGivenComesInOneMail() throws Exception {
    String bundle = """
        bundle: casebound/1
        process:
          name: Work_For_Agent
          version: 1
          label: Work for the agent
          description: Gives work to one person.
          usageType: FinancialServices
          category: Notices
          queue: card_services
          fulfillmentFlow: Work_For_Agent_Flow
          attributes:
            - { name: topic, type: Text }
        flows:
          - name: Work_For_Agent_Flow
            label: Work for the agent
            trigger: { record: Case, when: created }
            stages:
              - name: only
                label: Only
                steps:
                  - name: look
                    label: Look at it
                    interactive:
                      queue: card_services
                      assignee: "'user:agent'"
                      outcomes: [{ name: done, label: Done }]
        queues:
          - name: card_services
            label: Card services
        """;
    server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", bundle).expect(200);
    gather("P1D");
    String first = work();
    String read = work();
    String last = work();
    server.as("agent").post("/api/v1/notifications/" + noticeOf(read) + "/read", "").expect(204);
    gather("PT1S");
    MimeMessage mail = await().atMost(PATIENCE).until(() -> mailsTo("desk.example"), mails -> mails.size() == 1).get(0);
    assertThat(mail.getSubject()).isEqualTo("2 things you have not read yet");
    assertThat(mail.getContent().toString()).contains("Look at it", first, last).doesNotContain(read);

    gather("P1D");
    String never = work();
    server.as("agent").delete(DIGEST).expect(204);
    gather("P1D");
    String alone = work();
    gather("PT1S");
    mail = await().atMost(PATIENCE).until(() -> mailsTo("desk.example"), mails -> mails.size() == 2).get(1);
    assertThat(mail.getSubject()).contains("Look at it", alone);
    assertThat(mail.getContent().toString()).doesNotContain(never);
    server.as("agent").delete(DIGEST).expect(204);
    server.as("agent").get(DIGEST).expect(204);
  }

  @Test
  void onlyAnAddressAndATimeThatCanBeAreTaken() {
    assertThat(choose("agent at home", "PT1S").expect(409).body()).contains("MAIL-001");
    assertThat(choose("Agent <agent@desk.example>", "PT1S").expect(409).body()).contains("MAIL-001");
    assertThat(choose("agent@elsewhere.example", "PT1S").expect(409).body()).contains("MAIL-002", "desk.example");
    assertThat(choose("agent@desk.example", "soon").expect(409).body()).contains("MAIL-003");
    assertThat(choose("agent@desk.example", "P2D").expect(409).body()).contains("MAIL-003");
  }

  private static Reply choose(String address, String gather) {
    return server.as("agent").put(DIGEST, Map.of("address", address, "gather", gather));
  }

  private static void gather(String time) {
    assertThat(choose("agent@desk.example", time).expect(200).json().path("address").asText()).isEqualTo("agent@desk.example");
  }

  /** Files a request whose work is given to the agent, and answers its case once he was told. */
  private static String work() {
    String number = server.as("bank").post("/api/v1/service-requests", Map.of("process", "Work_For_Agent", "requester", "requester"))
        .expect(201).json().path("caseNumber").asText();
    await().atMost(PATIENCE).until(() -> !noticeOf(number).isEmpty());
    return number;
  }

  private static String noticeOf(String number) {
    for (JsonNode told : server.as("agent").get("/api/v1/notifications?unread=true&size=100").expect(200).json().path("items")) {
      if (told.path("caseNumber").asText().equals(number)) {
        return told.path("id").asText();
      }
    }
    return "";
  }

  @Test
  void aMailThatTheServerCouldNotTakeIsTriedAgain() {
    POST_OFFICE.stop();
    try {
      tell("later@patient.example");
      await().atMost(PATIENCE).until(() -> fate("later@patient.example").endsWith("and again") && !fate("later@patient.example").startsWith("0"));
    } finally {
      POST_OFFICE.start();
    }
    await().atMost(PATIENCE).until(() -> mailsTo("patient.example").size() == 1);
  }

  @Test
  void anAddressThatIsNoneIsGivenUpAtOnce() {
    tell("no one <@>");
    await().atMost(PATIENCE).until(() -> fate("no one <@>").equals("1 given up"));
  }
}
