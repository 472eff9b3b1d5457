package org.casebound.fulfillment.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema to the version of this software before Hibernate checks it: Flyway runs in the start thread of the
 * persistence unit, so before every bean, timer, message and request.
 */
public class SchemaMigration implements Integrator {
  private static final String COMMON = "classpath:db/migration";
  private static final String POSTGRES = "classpath:db/postgresql";
  private static final String H2 = "classpath:db/h2";
  private static final String DATA_SOURCE = "java:jboss/datasources/CaseboundDS";

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
    flyway(lookup()).migrate();
  }

  /** The migrations of this software, and the database that they are for. */
  static Flyway flyway(DataSource dataSource) {
    boolean postgres = isPostgres(dataSource);
    return Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(dataSource)
        .locations(COMMON, postgres ? POSTGRES : H2)
        .failOnMissingLocations(true)
        .placeholders(placeholders(postgres))
        .load();
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
    // Nothing is kept.
  }

  private static Map<String, String> placeholders(boolean postgres) {
    return Map.ofEntries(
        Map.entry("appendOnly", postgres ? "using brin" : ""),
        Map.entry("binary", postgres ? "bytea" : "binary large object"),
        Map.entry("copiesOnly", postgres ? "where copies > 0" : ""),
        Map.entry("doubtOnly", postgres ? "where verify_first or state = 'UNKNOWN'" : ""),
        Map.entry("dueOnly", postgres ? "where due_at is not null" : ""),
        Map.entry("failedOnly", postgres ? "where failures > 0" : ""),
        Map.entry("openOnly", postgres ? "where status <> 'CLOSED'" : ""),
        Map.entry("openWorkOnly", postgres ? "where state in ('OFFERED', 'CLAIMED')" : ""),
        Map.entry("parkedOnly", postgres ? "where parked_at is not null" : ""),
        Map.entry("referenceOnly", postgres ? "where reference is not null" : ""),
        Map.entry("unsettledOnly", postgres ? "where state <> 'DONE'" : ""));
  }

  private static boolean isPostgres(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    } catch (SQLException failure) {
      throw new IllegalStateException("CBD10010: the database does not answer; look at " + DATA_SOURCE, failure);
    }
  }

  /** The data source of the product. */
  static DataSource lookup() {
    try {
      return InitialContext.doLookup(DATA_SOURCE);
    } catch (NamingException missing) {
      throw new IllegalStateException(
          "CBD10011: there is no data source " + DATA_SOURCE + "; see docs/operations.md", missing);
    }
  }
}
