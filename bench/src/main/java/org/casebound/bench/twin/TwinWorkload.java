package org.casebound.bench.twin;

import java.sql.SQLException;
import org.casebound.bench.bank.Bank;
import org.casebound.bench.http.Caller;
import org.casebound.bench.load.CardNumbers;
import org.casebound.bench.load.Workload;
import org.casebound.bench.rig.Postgres;

/** What the twins of all scenarios have in common. */
abstract class TwinWorkload implements Workload {
  final Twin twin;
  private final Caller bank;

  TwinWorkload(Twin twin, Caller bank) {
    this.twin = twin;
    this.bank = bank;
  }

  /** Inserts case and request; does not commit. */
  final void insertCase(TwinSession session, long id) throws SQLException {
    session.change(
        "insert into twin.service_case (id, number, process, subject, requester, status, created_at) values (?,?,?,?,?,?,?)",
        id, "C-" + id, "Bench_Block_Card", "Card lost", "requester", "NEW", Twin.now());
    session.change(
        "insert into twin.service_request (id, case_id, attributes, created_at) values (?,?,?,?)",
        id, id, "{\"cardId\":\"" + CardNumbers.next() + "\",\"reason\":\"lost\"}", Twin.now());
  }

  /** Closes the case with a line of history; does not commit. */
  static void close(TwinSession session, long id) throws SQLException {
    session.change("update twin.service_case set status = 'CLOSED', resolution = 'FULFILLED', closed_at = ? where id = ?", Twin.now(), id);
    history(session, id, "NEW", "CLOSED");
  }

  static void history(TwinSession session, long id, String from, String to) throws SQLException {
    session.change(
        "insert into twin.history (id, case_id, happened_at, actor, from_state, to_state) values (?,?,?,?,?,?)",
        Twin.newId(), id, Twin.now(), "twin", from, to);
  }

  final void blockCard(long id) {
    bank.call("POST", Bank.TWIN + "/cards/" + id + "/block", "{\"caseNumber\":\"C-" + id + "\",\"reason\":\"lost\"}").expect(200);
  }

  final String moveCustomer(long id) {
    return bank.with("Idempotency-Key", Long.toString(id))
        .call("PUT", Bank.TWIN + "/customers/" + id + "/address", "{\"caseNumber\":\"C-" + id + "\",\"city\":\"Hamburg\"}")
        .expect(202);
  }

  @Override
  public String table() {
    return Twin.CASES;
  }

  @Override
  public String role() {
    return Postgres.TWIN;
  }
}
