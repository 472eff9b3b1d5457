package org.casebound.connector.base;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.util.List;
import javax.naming.Reference;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Operation;
import org.jspecify.annotations.Nullable;

/** The factory that callers find in JNDI; it asks the container's pool. */
public class PooledConnectionFactory implements BackOfficeConnectionFactory {
  private static final long serialVersionUID = 1L;

  private final ConnectorManagedConnectionFactory factory;
  private final ConnectionManager pool;
  private @Nullable Reference reference;

  PooledConnectionFactory(ConnectorManagedConnectionFactory factory, ConnectionManager pool) {
    this.factory = factory;
    this.pool = pool;
  }

  @Override
  public BackOfficeConnection getConnection() throws ResourceException {
    return (BackOfficeConnection) pool.allocateConnection(factory, null);
  }

  @Override
  public boolean sharesTransaction() {
    return factory.sharesTransaction();
  }

  @Override
  public Operation describe(String operation) {
    return factory.describe(operation);
  }

  @Override
  public List<String> operations() {
    return factory.operations();
  }

  @Override
  public void setReference(Reference given) {
    this.reference = given;
  }

  @Override
  public @Nullable Reference getReference() {
    return reference;
  }
}
