package org.casebound.e2e.console;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
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
    read("agent", List.of("/", "/inbox", "/cases", "/search?q=eyes", "/case/" + address, "/case/" + fee, "/work/" + item, "/nowhere"));
    read("requester", List.of("/requests", "/request/Address_Update", "/cases", "/track/" + address));
    read("lead", List.of("/", "/work/" + item));
  }

  @Test
  void thoseOfOperators() {
    Stops stops = new Stops(server);
    try {
      long incident = stops.incident(stops.file(1).get(0));
      read(
          "operator",
          List.of(
              "/", "/ops", "/ops/incidents", "/ops/incident/" + incident, "/ops/batch?target=INCIDENTS&action=RETRY&process=Stopping", "/ops/batches", "/ops/timers", "/ops/nodes",
              "/integrations", "/integrations/connector/card-system", "/integrations/ledger", "/integrations/replies", "/integrations/definitions",
              "/integrations/definition/Address_Update/Update_Address"));
    } finally {
      stops.clear();
    }
  }

  @Test
  void thoseOfProcessOwners() {
    read("owner", List.of("/", "/studio", "/templates", "/bundles", "/process/Address_Update"));
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
