package org.casebound.bench.twin;

import org.casebound.bench.http.Caller;

/** The twin of S2: nine statements, five commits (one of them after the read), one call. */
public final class OrchestrationTwin extends TwinWorkload {

  public OrchestrationTwin(Twin twin, Caller bank) {
    super(twin, bank);
  }

  @Override
  public long drive() {
    long id = Twin.newId();
    twin.run(session -> {
      insertCase(session, id);
      session.change(
          "insert into twin.work_item (id, case_id, label, queue, state, created_at) values (?,?,?,?,?,?)",
          id, id, "Approve the block", "back_office", "OFFERED", Twin.now());
      session.commit();
      session.read("select * from twin.work_item where queue = ? and state = ? order by id limit 20", "back_office", "OFFERED");
      session.commit();
      session.change("update twin.work_item set state = 'CLAIMED', assignee = 'agent' where id = ? and state = 'OFFERED'", id);
      session.commit();
      session.change("update twin.work_item set state = 'COMPLETED', outcome = 'approved', ended_at = ? where id = ?", Twin.now(), id);
      history(session, id, "CLAIMED", "COMPLETED");
      session.commit();
      blockCard(id);
      close(session, id);
      session.commit();
    });
    return id;
  }
}
