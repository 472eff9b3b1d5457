package org.casebound.e2e.console;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page can be read with text of twice its size. */
@ExtendWith(ServerLogOnFailure.class)
class LargeTextIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void thoseOfPeopleWhoAskAndWork() {
    String address = filing.addressUpdate("Move of somebody with weak eyes", "20 Vision Road");
    String fee = filing.feeInquiry("Fee of somebody with weak eyes", "Can all read this?");
    long item = filing.workItem(address);
    read("agent", List.of("/", "/inbox", "/cases", "/search?q=eyes", "/case/" + address, "/case/" + fee, "/work/" + item, "/preview?id=" + item, "/nowhere"));
    read("requester", List.of("/requests", "/request/Address_Update", "/cases", "/track/" + address));
    read("lead", List.of("/", "/work/" + item));
  }

  @Test
  void thoseOfOperators() {
    Stops stops = new Stops(server);
    try {
      String number = stops.file(1).get(0);
      long incident = stops.incident(number);
      read(
          "operator",
          List.of(
              "/", "/ops", "/ops/incidents", "/ops/incident/" + incident, "/ops/batch?target=INCIDENTS&action=RETRY&process=Stopping", "/ops/batches", "/ops/timers", "/ops/nodes", "/ops/bulk", "/ops/retention", "/ops/retention?case=" + number,
              "/integrations", "/integrations/connector/card-system", "/integrations/ledger", "/integrations/messages", "/integrations/replies", "/integrations/definitions", "/integrations/webhooks", "/integrations/events",
              "/integrations/definition/Address_Update/Update_Address"));
    } finally {
      stops.clear();
    }
  }

  @Test
  void thoseOfProcessOwners() {
    Bundles.publish(server, "moving-1");
    Bundles.publish(server, "moving-2");
    String draft = "Large_" + UUID.randomUUID().toString().substring(0, 8);
    server.as("owner").post("/api/v1/studio/templates/complaint", Map.of("name", draft)).expect(200);
    long migration =
        server.as("owner").post("/api/v1/migrations", Map.of("process", "Moving", "fromVersion", 1, "toVersion", 2, "reason", "To read.")).json().get("id").asLong();
    read(
        "owner",
        List.of("/", "/studio", "/templates", "/bundles", "/process/Address_Update", "/process/Moving", "/process/" + draft, "/compare/Moving",
            "/outline/" + draft, "/outline/" + draft + "?at=/process", "/outline/" + draft + "?at=/flows/0/stages/0/steps/0", "/form/" + draft, "/migrate/Moving", "/migration/" + migration));
  }

  private void read(String user, List<String> pages) {
    try (Person person = Person.signedIn(server, user)) {
      SoftAssertions all = new SoftAssertions();
      for (String page : pages) {
        person.open(page);
        all.assertThatCode(() -> LargeText.expectReadable(person.page())).doesNotThrowAnyException();
      }
      all.assertAll();
    }
  }
}
