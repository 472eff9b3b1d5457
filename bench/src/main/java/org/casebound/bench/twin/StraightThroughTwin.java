package org.casebound.bench.twin;

import org.casebound.bench.http.Caller;

/** S0: four statements, two commits, one call. */
public final class StraightThroughTwin extends TwinWorkload {

  public StraightThroughTwin(Twin twin, Caller bank) {
    super(twin, bank);
  }

  @Override
  public long drive() {
    long id = Twin.newId();
    twin.run(session -> {
      insertCase(session, id);
      session.commit();
      blockCard(id);
      close(session, id);
      session.commit();
    });
    return id;
  }
}
