package org.casebound.e2e;

import java.util.Map;

/** The databases that Casebound runs on. */
public enum Database {
  /** The embedded default: one file in the server's data directory. */
  H2 {
    @Override
    Map<String, String> freshDatabase(String name) {
      return Map.of();
    }
  },

  /** A real PostgreSQL, started by the tests from Maven Central's binaries. */
  POSTGRESQL {
    @Override
    Map<String, String> freshDatabase(String name) {
      return EmbeddedPostgresDatabase.shared().create(name);
    }
  };

  /**
   * Makes an empty database.
   *
   * @param name letters, digits and underscores, unique in this run
   * @return the system properties that make a server use it
   */
  abstract Map<String, String> freshDatabase(String name);
}
