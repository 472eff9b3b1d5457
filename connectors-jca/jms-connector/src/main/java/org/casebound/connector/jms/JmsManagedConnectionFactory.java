package org.casebound.connector.jms;

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
import org.casebound.connector.base.PooledConnectionFactory;
import org.casebound.connector.base.TransactionalManagedConnectionFactory;
import org.casebound.connector.jms.outbound.Answering;
import org.casebound.connector.jms.outbound.JmsBackOffice;
import org.casebound.connector.jms.outbound.JmsSettings;
import org.jspecify.annotations.Nullable;

/** A back office behind a request queue. */
@ConnectionDefinition(
    connectionFactory = BackOfficeConnectionFactory.class,
    connectionFactoryImpl = PooledConnectionFactory.class,
    connection = BackOfficeConnection.class,
    connectionImpl = ConnectionHandle.class)
public class JmsManagedConnectionFactory extends TransactionalManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(description = "JNDI name of the JMS connection factory")
  private String connectionFactory = "";

  @ConfigProperty(description = "Queue of requests: JNDI name, or the broker's own name")
  private String requestQueue = "";

  @ConfigProperty(description = "Queue named in requests that are answered later; empty: the back office knows it")
  private String replyQueue = "";

  @ConfigProperty(description = "Queue where the broker puts what nobody could take, for operators; empty: not shown")
  private String deadLetterQueue = "";

  @ConfigProperty(
      description = "NEVER, LATER (over the reply queue) or AT_ONCE (the caller waits)",
      defaultValue = "LATER")
  private String answering = "LATER";

  @ConfigProperty(
      description = "Whether the broker's message id is the reference, instead of the key",
      defaultValue = "false")
  private Boolean messageIdAsReference = false;

  @ConfigProperty(
      description = "Property by which the broker recognises a repeated message; empty: it can not",
      defaultValue = "_AMQ_DUPL_ID")
  private String duplicateProperty = "_AMQ_DUPL_ID";

  @ConfigProperty(
      description = "After which the broker drops a request that nobody took, in milliseconds; 0: never",
      defaultValue = "0")
  private Long timeToLiveMillis = 0L;

  @Override
  protected Operation describe(String operation) {
    return JmsBackOffice.describe(operation);
  }

  @Override
  protected BackOffice open(Credentials credentials, ConnectorResourceAdapter started) {
    JmsSettings settings = new JmsSettings(
        connectionFactory.strip(),
        requestQueue.strip(),
        text(replyQueue),
        text(deadLetterQueue),
        Answering.of(answering.strip()),
        messageIdAsReference,
        text(duplicateProperty),
        Duration.ofMillis(timeToLiveMillis),
        mode());
    return new JmsBackOffice(settings, credentials, Clock.systemUTC());
  }

  @Override
  protected List<Object> ownConfiguration() {
    return List.of(
        connectionFactory, requestQueue, replyQueue, deadLetterQueue, answering, messageIdAsReference, duplicateProperty,
        timeToLiveMillis, getTransaction());
  }

  @Override
  protected String backOfficeName() {
    return "Queue " + requestQueue + " of " + connectionFactory;
  }

  public String getConnectionFactory() {
    return connectionFactory;
  }

  public void setConnectionFactory(@Nullable String connectionFactory) {
    this.connectionFactory = orEmpty(connectionFactory);
  }

  public String getRequestQueue() {
    return requestQueue;
  }

  public void setRequestQueue(@Nullable String requestQueue) {
    this.requestQueue = orEmpty(requestQueue);
  }

  public String getReplyQueue() {
    return replyQueue;
  }

  public void setReplyQueue(@Nullable String replyQueue) {
    this.replyQueue = orEmpty(replyQueue);
  }

  public String getDeadLetterQueue() {
    return deadLetterQueue;
  }

  public void setDeadLetterQueue(@Nullable String deadLetterQueue) {
    this.deadLetterQueue = orEmpty(deadLetterQueue);
  }

  public String getAnswering() {
    return answering;
  }

  public void setAnswering(@Nullable String answering) {
    this.answering = orEmpty(answering);
  }

  public Boolean getMessageIdAsReference() {
    return messageIdAsReference;
  }

  public void setMessageIdAsReference(Boolean messageIdAsReference) {
    this.messageIdAsReference = messageIdAsReference;
  }

  public String getDuplicateProperty() {
    return duplicateProperty;
  }

  public void setDuplicateProperty(@Nullable String duplicateProperty) {
    this.duplicateProperty = orEmpty(duplicateProperty);
  }

  public Long getTimeToLiveMillis() {
    return timeToLiveMillis;
  }

  public void setTimeToLiveMillis(Long timeToLiveMillis) {
    this.timeToLiveMillis = timeToLiveMillis;
  }
}
