package org.casebound.connector.http;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import jakarta.resource.spi.security.PasswordCredential;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.http.outbound.Credentials;
import org.casebound.connector.http.outbound.HttpBackOffice;
import org.jspecify.annotations.Nullable;

/**
 * Makes and matches connections to one back office. Who the connector is to the back office comes from the container's
 * sign-on where there is one (a password credential for this factory), else from the configuration.
 *
 * <p>Two factories are equal when their configurations are.
 */
@ConnectionDefinition(
    connectionFactory = BackOfficeConnectionFactory.class,
    connectionFactoryImpl = HttpConnectionFactory.class,
    connection = BackOfficeConnection.class,
    connectionImpl = HttpConnection.class)
public class HttpManagedConnectionFactory extends HttpConfiguration
    implements jakarta.resource.spi.ManagedConnectionFactory, ValidatingManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  private transient @Nullable HttpBackOffice backOffice;
  private transient @Nullable PrintWriter logWriter;

  @Override
  public Object createConnectionFactory(ConnectionManager pool) {
    return new HttpConnectionFactory(this, pool);
  }

  @Override
  public Object createConnectionFactory() throws ResourceException {
    throw new NotSupportedException("This connector needs a container that pools its connections.");
  }

  @Override
  public ManagedConnection createManagedConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info)
      throws ResourceException {
    return new HttpManagedConnection(this, backOffice(), credentials(subject));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable ManagedConnection matchManagedConnections(
      Set candidates, @Nullable Subject subject, @Nullable ConnectionRequestInfo info) {
    Credentials wanted = credentials(subject);
    for (Object candidate : candidates) {
      if (candidate instanceof HttpManagedConnection connection && connection.serves(this, wanted)) {
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
      if (candidate instanceof HttpManagedConnection connection && !connection.isAlive()) {
        invalid.add(connection);
      }
    }
    return invalid;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    this.logWriter = out;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
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
            Optional.of(credential.getUserName()), new String(credential.getPassword()), Optional.empty()))
        .orElseGet(this::configuredCredentials);
  }

  private synchronized HttpBackOffice backOffice() throws ResourceException {
    HttpBackOffice made = backOffice;
    if (made == null) {
      try {
        made = new HttpBackOffice(settings(), Clock.systemUTC());
      } catch (IllegalArgumentException e) {
        throw new InvalidPropertyException(e.getMessage(), e);
      }
      backOffice = made;
    }
    return made;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof HttpManagedConnectionFactory factory && configuration().equals(factory.configuration());
  }

  @Override
  public int hashCode() {
    return configuration().hashCode();
  }
}
