package org.casebound.fulfillment.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Whether this server can commit an effect together with Casebound's own database so that no crash parts them. For that the data source
 * has to be a commit-markable resource of a PostgreSQL database; without the mark, a server that dies in the wrong moment has recorded an
 * effect that is then rolled back. Thread-safe.
 */
@ApplicationScoped
public class SharedCommit {
  /** Code of the failure of a call that would need it. */
  static final String UNSAFE = "TRANSACTION_UNSAFE";

  private static final String DATA_SOURCE = "java:jboss/datasources/CaseboundDS";
  private static final String RESOURCE = "commit-markable-resource";
  private static final String REMEDY =
      "See \"In the step's own transaction\" in the connectors' README, or give the connector transaction=OWN.";

  /** Can not change back but by a new start of the server. */
  private volatile boolean safe;

  /** Why it can not, for people, with what to do; empty when it can. */
  public Optional<String> refusal() {
    if (safe) {
      return Optional.empty();
    }
    Optional<String> why = look();
    safe = why.isEmpty();
    return why;
  }

  private static Optional<String> look() {
    try {
      DataSource source = InitialContext.doLookup(DATA_SOURCE);
      try (Connection connection = source.getConnection()) {
        String product = connection.getMetaData().getDatabaseProductName();
        if (!"PostgreSQL".equals(product)) {
          return refuse("Casebound's database is " + product + ", which can not be committed together with another resource");
        }
      }
      return isMarkable() ? Optional.empty() : refuse("Casebound's data source is no commit-markable resource of this server");
    } catch (NamingException | SQLException | MalformedObjectNameException unanswered) {
      return refuse("Casebound's database could not be asked (" + unanswered.getMessage() + ")");
    }
  }

  /** The server's configuration as it is in force, read where every deployment may read it. */
  private static boolean isMarkable() throws MalformedObjectNameException {
    ObjectName all = new ObjectName("jboss.as:subsystem=transactions," + RESOURCE + "=*");
    return ManagementFactory.getPlatformMBeanServer().queryNames(all, null).stream()
        .map(each -> each.getKeyProperty(RESOURCE))
        .map(name -> name.startsWith("\"") ? ObjectName.unquote(name) : name)
        .anyMatch(DATA_SOURCE::equals);
  }

  private static Optional<String> refuse(String why) {
    return Optional.of("The connector takes part in the step's transaction (transaction=CALLER), but %s. Nothing was called. %s".formatted(why, REMEDY));
  }
}
