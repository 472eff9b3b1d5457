package org.casebound.e2e.connector.vendor;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.cci.Connection;
import jakarta.resource.cci.ConnectionMetaData;
import jakarta.resource.cci.Interaction;
import jakarta.resource.cci.LocalTransaction;
import jakarta.resource.cci.ResultSetInfo;

/** A handle. */
public class VendorConnection implements Connection {
  private final VendorManagedConnection managed;

  VendorConnection(VendorManagedConnection managed) {
    this.managed = managed;
  }

  @Override
  public Interaction createInteraction() {
    return new VendorInteraction(this);
  }

  @Override
  public void close() {
    managed.closed(this);
  }

  @Override
  public LocalTransaction getLocalTransaction() throws ResourceException {
    throw new NotSupportedException("no transactions");
  }

  @Override
  public ConnectionMetaData getMetaData() throws ResourceException {
    throw new NotSupportedException("no metadata");
  }

  @Override
  public ResultSetInfo getResultSetInfo() throws ResourceException {
    throw new NotSupportedException("no result sets");
  }
}
