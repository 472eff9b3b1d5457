package org.casebound.connector.mail;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Operation;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.ConnectionHandle;
import org.casebound.connector.base.ConnectorResourceAdapter;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.LoginManagedConnectionFactory;
import org.casebound.connector.base.PooledConnectionFactory;
import org.casebound.connector.mail.outbound.MailBackOffice;
import org.casebound.connector.mail.outbound.MailSettings;
import org.jspecify.annotations.Nullable;

/** An SMTP server. */
@ConnectionDefinition(
    connectionFactory = BackOfficeConnectionFactory.class,
    connectionFactoryImpl = PooledConnectionFactory.class,
    connection = BackOfficeConnection.class,
    connectionImpl = ConnectionHandle.class)
public class MailManagedConnectionFactory extends LoginManagedConnectionFactory {
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

  @Override
  protected Operation describe(String operation) {
    return MailBackOffice.describe(operation);
  }

  @Override
  protected List<String> operations() {
    return MailBackOffice.operations();
  }

  @Override
  protected BackOffice open(Credentials credentials, ConnectorResourceAdapter started) {
    return new MailBackOffice(settings(), credentials, Clock.systemUTC());
  }

  private MailSettings settings() {
    return new MailSettings(
        text(mailSession),
        host.strip(),
        port,
        MailSettings.Security.of(security.strip()),
        from.strip(),
        list(recipientDomains),
        maxRecipients,
        Duration.ofMillis(connectTimeoutMillis));
  }

  @Override
  protected List<Object> ownConfiguration() {
    return List.of(
        mailSession, host, port, security, from, recipientDomains, maxRecipients, connectTimeoutMillis);
  }

  @Override
  protected String backOfficeName() {
    return mailSession.isBlank() ? "Mail server " + host + ":" + port : "Mail session " + mailSession;
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
}
