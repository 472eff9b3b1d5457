package org.casebound.e2e;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One running server per database for all test classes of the run; they end with the JVM. Tests bring their own cases along. */
public final class SharedServer {

  /** The new secret of the webhooks told and shown, and the one that it replaces; for tests alone. */
  public static final String WEBHOOK_SECRETS = "whsec_bmV3LXNlY3JldC1vZi10ZXN0cy0yNGI=,whsec_b2xkLXNlY3JldC1vZi10ZXN0cy0yNGI=";

  private static final ArchiveKey KEY = ArchiveKey.fresh();
  private static final Map<Database, CaseboundServer> RUNNING = new EnumMap<>(Database.class);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.values().forEach(CaseboundServer::kill), "end shared servers"));
  }

  private SharedServer() {}

  /** The server on this database, started by the first call. */
  public static synchronized CaseboundServer on(Database database) {
    return RUNNING.computeIfAbsent(
        database,
        each ->
            CaseboundServer.on(each)
                .with("wildfly.transactions.statistics-enabled", "true")
                .with("casebound.circuit.probe-interval", "PT2S")
                .with("casebound.call.grace", "PT10S")
                .with("casebound.archives.signer", ArchiveKey.SIGNER)
                .with("casebound.archives.signing-key", KEY.secret())
                .with("casebound.archives.trusted", KEY.trusted())
                .with("casebound.webhooks.insecure", "true")
                .with("casebound.webhooks.allow", "localhost")
                .with("casebound.webhooks.first-pause", "PT1S")
                .with("casebound.webhooks.tries", "3")
                .with("casebound.webhooks.timeout", "PT2S")
                .with("casebound.webhooks.told.secrets", WEBHOOK_SECRETS)
                .with("casebound.webhooks.shown.secrets", WEBHOOK_SECRETS)
                .start());
  }

  /** The first database of the run, for tests that need a server but do not care about the database. */
  public static CaseboundServer any() {
    return on(DatabasesUnderTest.chosen().get(0));
  }

  static synchronized Collection<CaseboundServer> running() {
    return List.copyOf(RUNNING.values());
  }
}
