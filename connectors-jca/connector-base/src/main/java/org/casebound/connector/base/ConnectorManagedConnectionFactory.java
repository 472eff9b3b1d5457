package org.casebound.connector.base;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import jakarta.resource.spi.security.PasswordCredential;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.security.auth.Subject;
import org.casebound.connector.api.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Makes and matches connections to one back office. Who the connector is to the back office comes from the container's
 * sign-on where there is one (a password credential for this factory), else from the configuration. A bean with setters,
 * because the container fills it.
 *
 * <p>Two factories are equal when their configurations are.
 */
public abstract class ConnectorManagedConnectionFactory
    implements ManagedConnectionFactory, ValidatingManagedConnectionFactory, ResourceAdapterAssociation {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(
      description = "Longest time for an answer to verify and health, in milliseconds; calls bring their own",
      defaultValue = "10000")
  private Integer questionTimeoutMillis = 10_000;

  private transient @Nullable ConnectorResourceAdapter adapter;
  private transient @Nullable PrintWriter logWriter;

  /** Only for subclasses. */
  protected ConnectorManagedConnectionFactory() {}

  /**
   * A way to the back office for one place in the pool. Checks the configuration, touches no network.
   *
   * @throws IllegalArgumentException with a sentence when a property is out of its range
   */
  protected abstract BackOffice open(Credentials credentials, ConnectorResourceAdapter started);

  /** Every property, for equality. */
  protected abstract List<Object> configuration();

  /** Who the connector is where the container signs nobody on. */
  protected Credentials configuredCredentials() {
    return Credentials.NONE;
  }

  /** What the connections lead to, for the operator; without secrets. */
  protected abstract String backOfficeName();

  /** Longest time for an answer to verify and health, greater than zero; calls bring their own. */
  protected Duration questionTime() {
    return Duration.ofMillis(questionTimeoutMillis);
  }

  /** Where requests run: on the container's work threads, so that what hangs does not hold its caller. */
  protected Executor executor(ConnectorResourceAdapter started) {
    return started.executor();
  }

  /** Whether calls take part in the caller's transaction. */
  protected boolean sharesTransaction() {
    return false;
  }

  /**
   * What an operation takes and gives; see {@link org.casebound.connector.api.BackOfficeConnectionFactory#describe}.
   *
   * @throws IllegalArgumentException with a sentence when there is no such operation
   */
  protected Operation describe(String operation) {
    return Operation.ANY;
  }

  /** The operations, when they are a fixed list. */
  protected List<String> operations() {
    return List.of();
  }

  /** A property that may be missing, in setters. */
  protected static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** A property that may be left out; without blanks around it. */
  protected static Optional<String> text(String value) {
    return Optional.of(value.strip()).filter(text -> !text.isEmpty());
  }

  /** A property that is a list with commas. */
  protected static List<String> list(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  @Override
  public Object createConnectionFactory(ConnectionManager pool) {
    return new PooledConnectionFactory(this, pool);
  }

  @Override
  public Object createConnectionFactory() throws ResourceException {
    throw new NotSupportedException("This connector needs a container that pools its connections.");
  }

  @Override
  public ManagedConnection createManagedConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info)
      throws ResourceException {
    ConnectorResourceAdapter started = adapter;
    if (started == null) {
      throw new jakarta.resource.spi.IllegalStateException("The factory is not associated with a resource adapter.");
    }
    try {
      if (questionTime().isZero() || questionTime().isNegative()) {
        throw new IllegalArgumentException("questionTimeoutMillis must be greater than 0.");
      }
      Credentials credentials = credentials(subject);
      TimeLimit limit = new TimeLimit(executor(started), questionTime());
      return new PooledConnection(this, open(credentials, started), limit, credentials);
    } catch (IllegalArgumentException e) {
      throw new InvalidPropertyException(e.getMessage(), e);
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable ManagedConnection matchManagedConnections(
      Set candidates, @Nullable Subject subject, @Nullable ConnectionRequestInfo info) {
    Credentials wanted = credentials(subject);
    for (Object candidate : candidates) {
      if (candidate instanceof PooledConnection connection && connection.serves(this, wanted)) {
        return connection;
      }
    }
    return null;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Set getInvalidConnections(Set candidates) {
    Set<Object> invalid = new HashSet<>();
    for (Object candidate : candidates) {
      if (candidate instanceof PooledConnection connection && !connection.isAlive()) {
        invalid.add(connection);
      }
    }
    return invalid;
  }

  /** Who the connector is: the container's sign-on for this factory, else the configuration. */
  Credentials credentials(@Nullable Subject subject) {
    if (subject == null) {
      return configuredCredentials();
    }
    return subject.getPrivateCredentials(PasswordCredential.class).stream()
        .filter(credential -> equals(credential.getManagedConnectionFactory()))
        .findFirst()
        .map(credential -> new Credentials(
            Optional.of(credential.getUserName()), new String(credential.getPassword())))
        .orElseGet(this::configuredCredentials);
  }

  @Override
  public @Nullable ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter given) throws ResourceException {
    if (!(given instanceof ConnectorResourceAdapter own)) {
      throw new jakarta.resource.spi.IllegalStateException("Not the resource adapter of this connector.");
    }
    this.adapter = own;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    this.logWriter = out;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  public Integer getQuestionTimeoutMillis() {
    return questionTimeoutMillis;
  }

  public void setQuestionTimeoutMillis(Integer questionTimeoutMillis) {
    this.questionTimeoutMillis = questionTimeoutMillis;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof ConnectorManagedConnectionFactory factory
            && factory.getClass() == getClass()
            && configuration().equals(factory.configuration());
  }

  @Override
  public int hashCode() {
    return configuration().hashCode();
  }
}
