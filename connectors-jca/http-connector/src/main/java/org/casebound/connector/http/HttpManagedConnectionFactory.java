package org.casebound.connector.http;

import jakarta.resource.spi.ConnectionDefinition;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Operation;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.ConnectionHandle;
import org.casebound.connector.base.ConnectorResourceAdapter;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PooledConnectionFactory;
import org.casebound.connector.http.outbound.SharedHttp;
import org.jspecify.annotations.Nullable;

/** A back office that speaks HTTP. Sockets and tokens belong to what all its connections share. */
@ConnectionDefinition(
    connectionFactory = BackOfficeConnectionFactory.class,
    connectionFactoryImpl = PooledConnectionFactory.class,
    connection = BackOfficeConnection.class,
    connectionImpl = ConnectionHandle.class)
public class HttpManagedConnectionFactory extends HttpConfiguration {
  private static final long serialVersionUID = 1L;

  private transient @Nullable SharedHttp shared;

  @Override
  protected Operation describe(String operation) {
    return SharedHttp.describe(operation);
  }

  @Override
  protected synchronized BackOffice open(Credentials credentials, ConnectorResourceAdapter started) {
    SharedHttp made = shared;
    if (made == null) {
      made = new SharedHttp(settings(), Clock.systemUTC());
      shared = made;
    }
    return made.as(credentials);
  }

  /** On the caller's own thread: the HTTP client keeps the caller's time itself, and needs no thread that waits. */
  @Override
  protected Executor executor(ConnectorResourceAdapter started) {
    return Runnable::run;
  }

  @Override
  protected String backOfficeName() {
    return "HTTP back office at " + getBaseUrl();
  }
}
