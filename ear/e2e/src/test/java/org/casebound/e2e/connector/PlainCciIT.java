package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.connector.vendor.VendorAdapter;
import org.casebound.e2e.connector.vendor.VendorManagedConnectionFactory;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A vendor's resource adapter that knows nothing of Casebound serves a flow; as it states nothing, no failed call is repeated by itself. */
@ExtendWith(ServerLogOnFailure.class)
class PlainCciIT {
  private static final CaseboundServer SERVER = SharedServer.any();

  @BeforeAll
  static void deployTheVendorsAdapter() {
    JavaArchive classes = ShrinkWrap.create(JavaArchive.class, "vendor.jar").addPackage(VendorAdapter.class.getPackage());
    Path file = SERVER.baseDirectory().resolve("vendor.rar");
    ShrinkWrap.create(ResourceAdapterArchive.class, "vendor.rar").addAsLibrary(classes).as(ZipExporter.class).exportTo(file.toFile(), true);
    Operator operator = new Operator(SERVER);
    String adapter = "subsystem=resource-adapters/resource-adapter=vendor";
    operator.add(adapter, Map.of("archive", "vendor.rar", "transaction-support", "NoTransaction"));
    operator.add(
        adapter + "/connection-definitions=Quotes",
        Map.of(
            "class-name", VendorManagedConnectionFactory.class.getName(),
            "jndi-name", "java:/eis/Quotes",
            "min-pool-size", 0,
            "max-pool-size", 5));
    operator.deploy(file.toString());
  }

  @Test
  void aFlowCallsItWithNoCodeOfOurs() {
    ConnectedProcess process = ConnectedProcess.of(SERVER, "Ask_A_Vendor", "java:/eis/Quotes", "QUOTE", "SERVICE");
    JsonNode closed = process.awaitClosed(process.file("A-1", 21));
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(closed.at("/flows/0/stages/0/steps/0/attempts/0/payload/reply").has("premium")).isTrue();
    assertThat(SERVER.as("lead").get("/api/v1/connectors/quotes/health").expect(200).json().path("state").asText()).isEqualTo("UNKNOWN");
  }

  @Test
  void aFailureOfItIsADoubtForAPerson() {
    ConnectedProcess process = ConnectedProcess.of(SERVER, "Break_A_Vendor", "java:/eis/Quotes", "BREAK", "SERVICE");
    String number = process.file("A-2", 1);
    JsonNode stopped =
        await("an incident of case " + number)
            .atMost(Duration.ofSeconds(30))
            .until(() -> process.look(number), seen -> seen.path("incidents").size() == 1);
    JsonNode attempts = stopped.at("/flows/0/stages/0/steps/0/attempts");
    assertThat(attempts).hasSize(1);
    assertThat(attempts.get(0).path("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(stopped.at("/incidents/0/message").asText()).contains("The line broke.").contains("UNPROVEN");
  }

  /** The time-out is five seconds, and the server waits ten more; the answer comes after twenty. */
  @Test
  void aCallThatDoesNotComeBackIsGivenUpAndItsLateAnswerIsNotApplied() {
    ConnectedProcess process = ConnectedProcess.of(SERVER, "Wait_For_A_Vendor", "java:/eis/Quotes", "DAWDLE", "SERVICE");
    String number = process.file("A-3", 1);
    JsonNode stopped =
        await("an incident of case " + number)
            .atMost(Duration.ofSeconds(60))
            .until(() -> process.look(number), seen -> seen.path("incidents").size() == 1);
    JsonNode attempt = stopped.at("/flows/0/stages/0/steps/0/attempts/0");
    assertThat(attempt.path("outcome").asText()).isEqualTo("UNKNOWN");
    assertThat(attempt.path("message").asText()).contains("did not come back");
    await("the late answer").atMost(Duration.ofSeconds(60)).until(() -> SERVER.log().contains("CBD10103"));
    assertThat(process.look(number).path("status").asText()).isEqualTo("ESCALATED");
  }
}
