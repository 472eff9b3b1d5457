package org.casebound.bench.rig;

import org.casebound.bench.http.Caller;

/** All processes of a run: database, bank and server. */
public record Rig(Postgres postgres, BankProcess bank, WildFly server) implements AutoCloseable {

  /** The bank as its callers see it. */
  public Caller bankApi() {
    return Caller.of(bank.address());
  }

  @Override
  public void close() {
    server.close();
    bank.close();
    postgres.close();
  }
}
