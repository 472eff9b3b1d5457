package org.casebound.connector.jdbc;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import java.util.List;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Operation;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.ConnectionHandle;
import org.casebound.connector.base.ConnectorResourceAdapter;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PooledConnectionFactory;
import org.casebound.connector.base.TransactionalManagedConnectionFactory;
import org.casebound.connector.jdbc.outbound.JdbcBackOffice;
import org.casebound.connector.jdbc.outbound.JdbcSettings;
import org.jspecify.annotations.Nullable;

/** A database, named by the JNDI name of its data source. */
@ConnectionDefinition(
    connectionFactory = BackOfficeConnectionFactory.class,
    connectionFactoryImpl = PooledConnectionFactory.class,
    connection = BackOfficeConnection.class,
    connectionImpl = ConnectionHandle.class)
public class JdbcManagedConnectionFactory extends TransactionalManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(description = "JNDI name of the data source")
  private String dataSource = "";

  @ConfigProperty(description = "Table in that database that remembers the keys of calls; empty: no verification")
  private String keyTable = "";

  @ConfigProperty(description = "Most rows of a result", defaultValue = "1000")
  private Integer maxRows = 1000;

  @ConfigProperty(
      description = "SQL states, or how they begin, that are a business no; separated by commas",
      defaultValue = "45,P0001")
  private String refusalStates = "45,P0001";

  @Override
  protected Operation describe(String operation) {
    return JdbcBackOffice.describe(operation);
  }

  @Override
  protected BackOffice open(Credentials credentials, ConnectorResourceAdapter started) {
    JdbcSettings settings =
        new JdbcSettings(dataSource.strip(), text(keyTable), maxRows, list(refusalStates), questionTime(), mode());
    return new JdbcBackOffice(settings, credentials);
  }

  @Override
  protected List<Object> ownConfiguration() {
    return List.of(dataSource, keyTable, maxRows, refusalStates, getTransaction());
  }

  @Override
  protected String backOfficeName() {
    return "Database " + dataSource;
  }

  public String getDataSource() {
    return dataSource;
  }

  public void setDataSource(@Nullable String dataSource) {
    this.dataSource = orEmpty(dataSource);
  }

  public String getKeyTable() {
    return keyTable;
  }

  public void setKeyTable(@Nullable String keyTable) {
    this.keyTable = orEmpty(keyTable);
  }

  public Integer getMaxRows() {
    return maxRows;
  }

  public void setMaxRows(Integer maxRows) {
    this.maxRows = maxRows;
  }

  public String getRefusalStates() {
    return refusalStates;
  }

  public void setRefusalStates(@Nullable String refusalStates) {
    this.refusalStates = orEmpty(refusalStates);
  }
}
