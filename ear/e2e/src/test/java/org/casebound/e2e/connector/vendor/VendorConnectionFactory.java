package org.casebound.e2e.connector.vendor;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.cci.Connection;
import jakarta.resource.cci.ConnectionFactory;
import jakarta.resource.cci.ConnectionSpec;
import jakarta.resource.cci.RecordFactory;
import jakarta.resource.cci.ResourceAdapterMetaData;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ManagedConnectionFactory;
import javax.naming.Reference;

/** What is bound in JNDI. */
public class VendorConnectionFactory implements ConnectionFactory {
  private static final long serialVersionUID = 1L;

  private ManagedConnectionFactory factory;
  private ConnectionManager manager;
  private Reference reference;

  /** The specification wants one without parameters. */
  public VendorConnectionFactory() {}

  VendorConnectionFactory(ManagedConnectionFactory factory, ConnectionManager manager) {
    this.factory = factory;
    this.manager = manager;
  }

  @Override
  public Connection getConnection() throws ResourceException {
    return (Connection) manager.allocateConnection(factory, null);
  }

  @Override
  public Connection getConnection(ConnectionSpec spec) throws ResourceException {
    return getConnection();
  }

  @Override
  public RecordFactory getRecordFactory() {
    return new VendorRecords();
  }

  @Override
  public ResourceAdapterMetaData getMetaData() throws ResourceException {
    throw new NotSupportedException("no metadata");
  }

  @Override
  public void setReference(Reference newReference) {
    reference = newReference;
  }

  @Override
  public Reference getReference() {
    return reference;
  }
}
