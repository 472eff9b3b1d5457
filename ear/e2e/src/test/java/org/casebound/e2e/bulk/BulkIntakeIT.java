package org.casebound.e2e.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** A file of requests is taken in whole and filed line by line; what can not be filed stands in the report. */
@OnEachDatabase
class BulkIntakeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CaseboundServer server;
  private final BulkJobs jobs;
  private final String somebody = "somebody-" + UUID.randomUUID();

  BulkIntakeIT(Database database) {
    server = SharedServer.on(database);
    jobs = new BulkJobs(server);
  }

  @Test
  void filesTheLinesThatFitAndSaysWhatIsWrongWithTheOthers() {
    String file =
        "\uFEFFrequester,accountNumber,amount,question,urgency\r\n"
            + somebody + ",DE02120300000000202051,12.50,\"What, \"\"this\"\"\nfee?\",HIGH\r\n"
            + "\r\n"
            + somebody + ",not an account,plenty,,\r\n"
            + somebody + ",DE02120300000000202051,12.50\r\n"
            + somebody + ",DE02120300000000202051,7,Why?,\r\n";
    long job = jobs.sendCsv(file);

    JsonNode ended = jobs.awaitEnd(job, PATIENCE);
    assertThat(ended.path("lines").asInt()).isEqualTo(4);
    assertThat(ended.path("read").asInt()).isEqualTo(4);
    assertThat(ended.path("filed").asInt()).isEqualTo(2);
    assertThat(ended.path("refused").asInt()).isEqualTo(2);
    assertThat(ended.path("fileName").asText()).isEqualTo("fees.csv");

    JsonNode refusals = jobs.bank().get(BulkJobs.PATH + "/" + job + "/refusals").expect(200).json().path("items");
    assertThat(refusals.findValuesAsText("line")).containsOnly("5", "6");
    assertThat(refusals.findValuesAsText("place")).contains("accountNumber", "amount", "");
    assertThat(refusals.findValuesAsText("code")).contains("BULK-004");
    List<String> report = jobs.report(job);
    assertThat(report.get(0)).matches("2,filed,C-\\d{8},,,");
    assertThat(report.get(report.size() - 1)).matches("7,filed,C-\\d{8},,,");
    JsonNode filed = server.as("lead").get("/api/v1/cases/" + report.get(0).split(",", -1)[2]).expect(200).json();
    assertThat(filed.path("priority").asText()).isEqualTo("HIGH");
    assertThat(filed.path("requester").asText()).isEqualTo(somebody);
    assertThat(filed.toString()).contains("What, \\\"this\\\"\\nfee?");
  }

  @Test
  void readsJsonLinesStrictly() {
    String good = "{\"process\":\"Fee_Inquiry\",\"requester\":\"" + somebody + "\",\"attributes\":{\"accountNumber\":\"DE02120300000000202051\",\"amount\":3,\"question\":\"Why?\"}}";
    String file = good + "\n{\"process\":\n\n{\"process\":\"Fee_Inquiry\",\"documents\":[]}\n{\"attributes\":{}}\n{\"process\":7}\n[]\n" + good;
    long job = jobs.send("bank", "application/x-ndjson", "", file).expect(202).json().path("id").asLong();

    JsonNode ended = jobs.awaitEnd(job, PATIENCE);
    assertThat(ended.path("filed").asInt()).isEqualTo(2);
    assertThat(ended.path("refused").asInt()).isEqualTo(5);
    assertThat(jobs.report(job).stream().map(line -> line.replaceAll("(\\d+,(?:filed|refused)),[^,]*,([^,]*),([^,]*),.*", "$1,$2,$3")))
        .containsExactly(
            "1,filed,,", "2,refused,,BULK-005", "4,refused,/documents,BULK-006", "5,refused,/process,BULK-008",
            "6,refused,/process,BULK-007", "7,refused,,BULK-005", "8,filed,,");
  }

  @Test
  void refusesAFileThatIsNoneAndKeepsNothingOfIt() {
    int before = jobs.bank().get(BulkJobs.PATH).expect(200).json().path("items").size();
    assertThat(jobs.send("bank", "text/csv", "", "process\n").expect(422).body()).contains("BULK-001");
    assertThat(jobs.send("bank", "text/csv", "", "").expect(422).body()).contains("BULK-002");
    assertThat(jobs.send("bank", "text/csv", "", "process,process\nx,y\n").expect(422).body()).contains("BULK-002", "twice");
    assertThat(jobs.send("bank", "text/csv", "", "process\nFee_Inquiry\n\"" + "x".repeat(120_000)).expect(422).body()).contains("BULK-002", "Line 3");
    assertThat(jobs.send("bank", "application/x-ndjson", "", "{}\n" + "x".repeat(120_000)).expect(422).body()).contains("BULK-002", "Line 2");
    assertThat(jobs.send("bank", "text/csv", "?process=No_Such_Process", "process\nx\n").expect(422).body()).contains("INTAKE-001");
    server.as("bank").with("Content-Type", "text/csv").post(BulkJobs.PATH, new byte[] {'a', '\n', (byte) 0xff, (byte) 0xff}).expect(422);
    jobs.send("bank", "application/json", "", "{}").expect(415);
    assertThat(jobs.bank().get(BulkJobs.PATH).expect(200).json().path("items")).hasSize(before);
  }

  @Test
  void isStoppedAndGoesOnWhereItWas() {
    long job = jobs.sendCsv(BulkJobs.fees(somebody, 1500));
    await("some lines to be filed").atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> jobs.look(job).path("filed").asInt() > 0);
    JsonNode stopped = jobs.bank().post(BulkJobs.PATH + "/" + job + "/stop", "").expect(200).json();
    assertThat(stopped.path("message").asText()).contains("bank");
    int filed = jobs.look(job).path("filed").asInt();
    assertThat(filed).isLessThan(1500).isEqualTo(stopped.path("filed").asInt());
    assertThat(jobs.bank().post(BulkJobs.PATH + "/" + job + "/stop", "").expect(409).body()).contains("BULK-010");

    jobs.bank().post(BulkJobs.PATH + "/" + job + "/restart", "").expect(200);
    assertThat(jobs.awaitEnd(job, PATIENCE).path("filed").asInt()).isEqualTo(1500);
    assertThat(jobs.report(job).stream().map(line -> line.split(",", -1)[2]).distinct()).hasSize(1500);
    assertThat(jobs.bank().post(BulkJobs.PATH + "/" + job + "/restart", "").expect(409).body()).contains("BULK-010");

    jobs.bank().delete(BulkJobs.PATH + "/" + job).expect(204);
    jobs.bank().get(BulkJobs.PATH + "/" + job).expect(404);
  }

  @Test
  void showsAnIntegrationItsOwnJobsOnly() {
    long own = jobs.sendCsv(BulkJobs.fees(somebody, 1));
    long other = jobs.send("operator", "text/csv", "?process=Fee_Inquiry", BulkJobs.fees(somebody, 1)).expect(202).json().path("id").asLong();
    jobs.awaitEnd(own, PATIENCE);

    server.as("operator").get(BulkJobs.PATH + "/" + own).expect(200);
    for (String path : List.of("", "/refusals", "/report")) {
      jobs.bank().get(BulkJobs.PATH + "/" + other + path).expect(404);
    }
    jobs.bank().post(BulkJobs.PATH + "/" + other + "/stop", "").expect(404);
    jobs.bank().delete(BulkJobs.PATH + "/" + other).expect(404);
    assertThat(jobs.bank().get(BulkJobs.PATH + "?size=100").expect(200).json().path("items").findValuesAsText("submittedBy")).containsOnly("bank");
    for (String user : List.of("requester", "agent", "lead", "owner")) {
      jobs.send(user, "text/csv", "?process=Fee_Inquiry", BulkJobs.fees(somebody, 1)).expect(403);
    }
  }
}
