package org.casebound.connector.mail;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import java.time.Clock;
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
import org.casebound.connector.mail.outbound.MailBackOffice;
import org.casebound.connector.mail.outbound.MailSettings;
import org.jspecify.annotations.Nullable;

/** An SMTP server. A bean with setters, because the container fills it. */
@ConnectionDefinition(
    connectionFactory = BackOfficeConnectionFactory.class,
    connectionFactoryImpl = PooledConnectionFactory.class,
    connection = BackOfficeConnection.class,
    connectionImpl = ConnectionHandle.class)
public class MailManagedConnectionFactory extends ConnectorManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(description = "JNDI name of a mail session of the server; empty: host, port and security count")
  private String mailSession = "";

  @ConfigProperty(description = "SMTP server")
  private String host = "";

  @ConfigProperty(description = "Port of the SMTP server", defaultValue = "587")
  private Integer port = 587;

  @ConfigProperty(description = "NONE, STARTTLS (required) or TLS", defaultValue = "STARTTLS")
  private String security = "STARTTLS";

  @ConfigProperty(description = "Sender of every mail, one address")
  private String from = "";

  @ConfigProperty(description = "Domains that mail may go to, separated by commas; empty: all")
  private String recipientDomains = "";

  @ConfigProperty(description = "Most recipients of one mail", defaultValue = "50")
  private Integer maxRecipients = 50;

  @ConfigProperty(description = "Longest time to a connection, in milliseconds", defaultValue = "5000")
  private Integer connectTimeoutMillis = 5000;

  @ConfigProperty(description = "Longest time for an answer to health, in milliseconds; calls bring their own", defaultValue = "10000")
  private Integer questionTimeoutMillis = 10_000;

  @ConfigProperty(description = "User name where neither the container nor the mail session signs on")
  private String userName = "";

  @ConfigProperty(description = "Password of that user", confidential = true)
  private String password = "";

  @Override
  protected BackOffice open(Credentials credentials, ConnectorResourceAdapter started) {
    return new MailBackOffice(settings(), credentials, Clock.systemUTC());
  }

  private MailSettings settings() {
    return new MailSettings(
        Optional.of(mailSession.strip()).filter(name -> !name.isEmpty()),
        host.strip(),
        port,
        MailSettings.Security.of(security.strip()),
        from.strip(),
        Arrays.stream(recipientDomains.split(",")).map(String::strip).filter(domain -> !domain.isEmpty()).toList(),
        maxRecipients,
        Duration.ofMillis(connectTimeoutMillis));
  }

  @Override
  protected List<Object> configuration() {
    return List.of(
        mailSession, host, port, security, from, recipientDomains, maxRecipients,
        connectTimeoutMillis, questionTimeoutMillis, userName, password);
  }

  @Override
  protected Credentials configuredCredentials() {
    return Credentials.of(userName, password);
  }

  @Override
  protected String backOfficeName() {
    return mailSession.isBlank() ? "Mail server " + host + ":" + port : "Mail session " + mailSession;
  }

  @Override
  protected Duration questionTime() {
    return Duration.ofMillis(questionTimeoutMillis);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  public String getMailSession() {
    return mailSession;
  }

  public void setMailSession(@Nullable String mailSession) {
    this.mailSession = orEmpty(mailSession);
  }

  public String getHost() {
    return host;
  }

  public void setHost(@Nullable String host) {
    this.host = orEmpty(host);
  }

  public Integer getPort() {
    return port;
  }

  public void setPort(Integer port) {
    this.port = port;
  }

  public String getSecurity() {
    return security;
  }

  public void setSecurity(@Nullable String security) {
    this.security = orEmpty(security);
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = orEmpty(from);
  }

  public String getRecipientDomains() {
    return recipientDomains;
  }

  public void setRecipientDomains(@Nullable String recipientDomains) {
    this.recipientDomains = orEmpty(recipientDomains);
  }

  public Integer getMaxRecipients() {
    return maxRecipients;
  }

  public void setMaxRecipients(Integer maxRecipients) {
    this.maxRecipients = maxRecipients;
  }

  public Integer getConnectTimeoutMillis() {
    return connectTimeoutMillis;
  }

  public void setConnectTimeoutMillis(Integer connectTimeoutMillis) {
    this.connectTimeoutMillis = connectTimeoutMillis;
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
