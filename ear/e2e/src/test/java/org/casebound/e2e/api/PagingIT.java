package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** A list is read page by page without losing or repeating a line, even while others file requests. */
@OnEachDatabase
class PagingIT {
  private final CaseboundServer server;

  PagingIT(Database database) {
    server = SharedServer.on(database);
  }

  @Test
  void listsCasesNewestFirst() {
    Map<String, Object> body = Requests.with(Requests.feeInquiry(), "requester", Requests.somebody());
    List<String> filed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      filed.add(Requests.file(server.as("bank"), body));
    }
    Collections.reverse(filed);
    String list = "/api/v1/cases?size=2&requester=" + body.get("requester");
    List<String> listed = new ArrayList<>();
    JsonNode page = server.as("lead").get(list).expect(200).json();
    Requests.file(server.as("bank"), body);
    while (true) {
      page.get("items").forEach(item -> listed.add(item.get("number").asText()));
      if (!page.has("next")) {
        break;
      }
      page = server.as("lead").get(list + "&cursor=" + page.get("next").asText()).expect(200).json();
    }
    assertThat(listed).isEqualTo(filed);
  }

  @Test
  void filtersCases() {
    String requester = Requests.somebody();
    String number = Requests.file(server.as("bank"), Requests.with(Requests.feeInquiry(), "requester", requester));
    Api lead = server.as("lead");
    String list = "/api/v1/cases?requester=" + requester;
    assertThat(numbers(lead, list + "&status=NEW")).containsExactly(number);
    assertThat(numbers(lead, list + "&status=CLOSED")).isEmpty();
    assertThat(numbers(lead, list + "&queue=front_office")).containsExactly(number);
    assertThat(numbers(lead, list + "&queue=back_office")).isEmpty();
    assertThat(numbers(lead, list + "&owner=agent")).isEmpty();
    assertThat(numbers(server.as("requester"), list)).isEmpty();
  }

  @Test
  void listsWorkItemsOldestFirst() {
    List<Long> offered = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      offered.add(Requests.workItemOf(server.as("agent"), Requests.file(server.as("bank"), Requests.addressUpdate())));
    }
    List<Long> listed = new ArrayList<>();
    String list = "/api/v1/work-items?queue=back_office&state=OFFERED&size=1";
    JsonNode page = server.as("agent").get(list).expect(200).json();
    while (true) {
      page.get("items").forEach(item -> listed.add(item.get("id").asLong()));
      if (!page.has("next")) {
        break;
      }
      page = server.as("agent").get(list + "&cursor=" + page.get("next").asText()).expect(200).json();
    }
    assertThat(listed).doesNotHaveDuplicates().containsSubsequence(offered);
  }

  private static List<String> numbers(Api reader, String path) {
    return reader.get(path).expect(200).json().get("items").findValuesAsText("number");
  }
}
