package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The JMS connector beside the EAR, over the broker of the server: a flow sends a request and goes on when the reply comes
 * over the reply queue. The replies are sent by a process of their own, over the same connector.
 */
class JmsConnectorIT {
  private static final String BROKER = "subsystem=messaging-activemq/server=default";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final CaseboundServer SERVER = CaseboundServer.on(Database.H2);
  private static final Operator OPERATOR = new Operator(SERVER);

  @BeforeAll
  static void startWithABroker() {
    SERVER.start();
    OPERATOR.add("extension=org.wildfly.extension.messaging-activemq", Map.of());
    OPERATOR.add("subsystem=messaging-activemq", Map.of());
    OPERATOR.add(BROKER, Map.of("elytron-domain", "ApplicationDomain"));
    OPERATOR.add(BROKER + "/in-vm-connector=in-vm", Map.of("server-id", 0));
    OPERATOR.add(BROKER + "/in-vm-acceptor=in-vm", Map.of("server-id", 0));
    OPERATOR.add(BROKER + "/connection-factory=InVmConnectionFactory", Map.of(
        "entries", List.of("java:/ConnectionFactory"), "connectors", List.of("in-vm")));
    OPERATOR.add(BROKER + "/pooled-connection-factory=activemq-ra", Map.of(
        "entries", List.of("java:/JmsXA"), "connectors", List.of("in-vm"), "transaction", "xa"));
    OPERATOR.add(BROKER + "/address-setting=#", Map.of(
        "dead-letter-address", "jms.queue.DLQ", "max-delivery-attempts", 3, "redelivery-delay", 100));
    for (String queue : List.of("DLQ", "CoreRequests", "CaseboundReplies")) {
      OPERATOR.add(BROKER + "/jms-queue=" + queue, Map.of("entries", List.of("java:/jms/queue/" + queue)));
    }
    OPERATOR.reload();
    OPERATOR.connect("jms-connector", "org.casebound.connector.jms.JmsManagedConnectionFactory", Map.of(
        "Core", Map.of(
            "connectionFactory", "java:/ConnectionFactory", "requestQueue", "java:/jms/queue/CoreRequests",
            "replyQueue", "java:/jms/queue/CaseboundReplies"),
        "CoreReplies", Map.of(
            "connectionFactory", "java:/ConnectionFactory", "requestQueue", "java:/jms/queue/CaseboundReplies",
            "answering", "NEVER")));
    OPERATOR.deploy("connectors-jca/jms-acknowledgements/target/jms-acknowledgements.jar");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static int waiting(String queue) {
    return OPERATOR.read(BROKER + "/jms-queue=" + queue, "message-count").asInt();
  }

  private static ConnectedProcess replies(String name, String status) {
    return ConnectedProcess.of(
        SERVER, name, "java:/eis/CoreReplies", "Reply", "SERVICE",
        Map.of("idempotencyKey", "request.account", "status", "'" + status + "'", "messageId", "'m-' + request.account"));
  }

  @Test
  void aFlowSendsARequestParksAndGoesOnWhenTheReplyComes() {
    ConnectedProcess process = ConnectedProcess.of(SERVER, "Ask_The_Core", "java:/eis/Core", "Book_Fee", "PROCESS");
    String caseNumber = process.file("A-1", 5);
    await().atMost(PATIENCE).until(() -> waiting("CoreRequests") == 1);
    String key = process.look(caseNumber).findValue("idempotencyKey").asText();

    ConnectedProcess reply = replies("Reply_Done", "DONE");
    reply.awaitClosed(reply.file(key, 1));

    assertThat(process.awaitClosed(caseNumber).path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(waiting("CaseboundReplies")).isZero();
  }

  @Test
  void aReplyThatCanNotBeReadEndsAmongTheDeadLettersAndIsSeenThere() {
    ConnectedProcess reply = replies("Reply_Nonsense", "MAYBE");
    reply.awaitClosed(reply.file("no-such-key", 1));

    await().atMost(PATIENCE).until(() -> waiting("DLQ") == 1);
    assertThat(SERVER.log()).contains("CBD21501");
  }
}
