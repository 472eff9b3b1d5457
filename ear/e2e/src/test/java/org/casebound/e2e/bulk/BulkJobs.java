package org.casebound.e2e.bulk;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;

/** Sends files of requests and looks at their jobs, as the system that integrates. */
final class BulkJobs {
  static final String PATH = "/api/v1/bulk-jobs";

  private final CaseboundServer server;

  BulkJobs(CaseboundServer server) {
    this.server = server;
  }

  Reply send(String user, String mediaType, String query, String file) {
    return server.as(user).with("Content-Type", mediaType).post(PATH + query, file);
  }

  /** Sends a file of fee inquiries and answers the id of its job. */
  long sendCsv(String file) {
    return send("bank", "text/csv", "?process=Fee_Inquiry&file=fees.csv", file).expect(202).json().path("id").asLong();
  }

  Api bank() {
    return server.as("bank");
  }

  JsonNode look(long job) {
    return bank().get(PATH + "/" + job).expect(200).json();
  }

  JsonNode awaitEnd(long job, Duration patience) {
    return await("the end of job " + job)
        .atMost(patience)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> look(job), seen -> seen.path("state").asText().equals("ENDED"));
  }

  /** The lines of the report without its header. */
  List<String> report(long job) {
    return bank().get(PATH + "/" + job + "/report").expect(200).body().lines().skip(1).toList();
  }

  /** A file of so many fee inquiries of one requester. */
  static String fees(String requester, int count) {
    StringBuilder file = new StringBuilder("requester,accountNumber,amount,question\n");
    for (int i = 0; i < count; i++) {
      file.append(requester).append(",DE02120300000000202051,").append(i % 100 + 1).append(".50,Question ").append(i).append('\n');
    }
    return file.toString();
  }
}
