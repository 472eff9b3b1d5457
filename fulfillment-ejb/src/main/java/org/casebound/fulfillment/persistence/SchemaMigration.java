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
  private static final String DATA_SOURCE = "java:jboss/datasources/CaseboundDS";

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
    DataSource dataSource = lookup();
    Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .failOnMissingLocations(true)
        .placeholders(placeholders(dataSource))
        .load()
        .migrate();
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
    // Nothing is kept.
  }

  private static Map<String, String> placeholders(DataSource dataSource) {
    boolean postgres = "PostgreSQL".equals(productOf(dataSource));
    return Map.of(
        "binary", postgres ? "bytea" : "binary large object",
        "dueOnly", postgres ? "where due_at is not null" : "",
        "openOnly", postgres ? "where status <> 'CLOSED'" : "",
        "referenceOnly", postgres ? "where reference is not null" : "");
  }

  private static String productOf(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName();
    } catch (SQLException failure) {
      throw new IllegalStateException("CBD10010: the database does not answer; look at " + DATA_SOURCE, failure);
    }
  }

  private static DataSource lookup() {
    try {
      return InitialContext.doLookup(DATA_SOURCE);
    } catch (NamingException missing) {
      throw new IllegalStateException(
          "CBD10011: there is no data source " + DATA_SOURCE + "; see docs/operations.md", missing);
    }
  }
}
