package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** What the database says of itself. Needs no transaction. */
@Dependent
public class DatabaseState {
  /** Both databases take it, and answer the time of the statement, because each statement is a transaction of its own here. */
  private static final String TIME = "select current_timestamp";

  /**
   * What a database says.
   *
   * @param driver name and version of the JDBC driver
   * @param time what its clock shows
   */
  public record Facts(String product, String version, String driver, OffsetDateTime time) {}

  /**
   * How far the schema is.
   *
   * @param newest newest migration that ran here
   * @param pending migrations that this software has and the database has not
   * @param ahead whether software that is newer than this has migrated it
   */
  public record Schema(String newest, int pending, boolean ahead) {}

  /** @throws SQLException when it does not answer */
  public Facts facts() throws SQLException {
    try (Connection connection = SchemaMigration.lookup().getConnection();
        Statement statement = connection.createStatement();
        ResultSet time = statement.executeQuery(TIME)) {
      time.next();
      DatabaseMetaData about = connection.getMetaData();
      return new Facts(
          about.getDatabaseProductName(),
          about.getDatabaseProductVersion(),
          about.getDriverName() + " " + about.getDriverVersion(),
          time.getObject(1, OffsetDateTime.class));
    }
  }

  /** How far the schema is. */
  public Schema schema() {
    DataSource dataSource = SchemaMigration.lookup();
    MigrationInfoService info = SchemaMigration.flyway(dataSource).info();
    MigrationInfo current = info.current();
    String newest = current == null || current.getVersion() == null ? "" : current.getVersion().getVersion();
    boolean ahead = current != null && !current.getState().isResolved();
    return new Schema(newest, info.pending().length, ahead);
  }
}
