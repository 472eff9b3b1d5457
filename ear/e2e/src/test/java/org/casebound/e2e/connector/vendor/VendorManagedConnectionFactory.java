package org.casebound.e2e.connector.vendor;

import jakarta.resource.cci.Connection;
import jakarta.resource.cci.ConnectionFactory;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;

/** Makes connections to the quote service. */
@ConnectionDefinition(
    connectionFactory = ConnectionFactory.class,
    connectionFactoryImpl = VendorConnectionFactory.class,
    connection = Connection.class,
    connectionImpl = VendorConnection.class)
public class VendorManagedConnectionFactory implements ManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  private transient PrintWriter log;

  @Override
  public Object createConnectionFactory(ConnectionManager manager) {
    return new VendorConnectionFactory(this, manager);
  }

  @Override
  public Object createConnectionFactory() {
    return new VendorConnectionFactory();
  }

  @Override
  public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info) {
    return new VendorManagedConnection();
  }

  @Override
  @SuppressWarnings("rawtypes")
  public ManagedConnection matchManagedConnections(Set connections, Subject subject, ConnectionRequestInfo info) {
    for (Object connection : connections) {
      if (connection instanceof VendorManagedConnection mine) {
        return mine;
      }
    }
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    log = writer;
  }

  @Override
  public PrintWriter getLogWriter() {
    return log;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VendorManagedConnectionFactory;
  }

  @Override
  public int hashCode() {
    return VendorManagedConnectionFactory.class.hashCode();
  }
}
