package org.casebound.connector.jdbc;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.ConnectionHandle;
import org.casebound.connector.base.ConnectorManagedConnectionFactory;
import org.casebound.connector.base.ConnectorResourceAdapter;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PooledConnectionFactory;
import org.casebound.connector.jdbc.outbound.JdbcBackOffice;
import org.casebound.connector.jdbc.outbound.JdbcSettings;
import org.jspecify.annotations.Nullable;

/** A database, named by the JNDI name of its data source. A bean with setters, because the container fills it. */
@ConnectionDefinition(
    connectionFactory = BackOfficeConnectionFactory.class,
    connectionFactoryImpl = PooledConnectionFactory.class,
    connection = BackOfficeConnection.class,
    connectionImpl = ConnectionHandle.class)
public class JdbcManagedConnectionFactory extends ConnectorManagedConnectionFactory {
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

  @ConfigProperty(
      description = "Longest time for an answer to verify and health, in milliseconds; calls bring their own",
      defaultValue = "10000")
  private Integer questionTimeoutMillis = 10_000;

  @ConfigProperty(description = "User name where the container signs nobody on; empty: the data source's own")
  private String userName = "";

  @ConfigProperty(description = "Password of that user", confidential = true)
  private String password = "";

  @Override
  protected BackOffice open(Credentials credentials, ConnectorResourceAdapter started) {
    List<String> refusals =
        Arrays.stream(refusalStates.split(",")).map(String::strip).filter(state -> !state.isEmpty()).toList();
    JdbcSettings settings = new JdbcSettings(
        dataSource.strip(),
        Optional.of(keyTable.strip()).filter(name -> !name.isEmpty()),
        maxRows,
        refusals,
        questionTime());
    return new JdbcBackOffice(settings, credentials);
  }

  @Override
  protected List<Object> configuration() {
    return List.of(dataSource, keyTable, maxRows, refusalStates, questionTimeoutMillis, userName, password);
  }

  @Override
  protected Credentials configuredCredentials() {
    return Credentials.of(userName, password);
  }

  @Override
  protected String backOfficeName() {
    return "Database " + dataSource;
  }

  @Override
  protected Duration questionTime() {
    return Duration.ofMillis(questionTimeoutMillis);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
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

  public Integer getQuestionTimeoutMillis() {
    return questionTimeoutMillis;
  }

  public void setQuestionTimeoutMillis(Integer questionTimeoutMillis) {
    this.questionTimeoutMillis = questionTimeoutMillis;
  }

  public String getUserName() {
    return userName;
  }

  public void setUserName(@Nullable String userName) {
    this.userName = orEmpty(userName);
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = orEmpty(password);
  }
}
