package org.casebound.connector.base;

import jakarta.resource.spi.ManagedConnectionMetaData;

/**
 * What an operator can read about a connection.
 *
 * @param backOffice what the connection leads to
 * @param userName empty when the connector does not log in with a name
 */
record ConnectorMetaData(String backOffice, String userName) implements ManagedConnectionMetaData {
  @Override
  public String getEISProductName() {
    return backOffice;
  }

  @Override
  public String getEISProductVersion() {
    return "";
  }

  /** No limit of the connector's own; the pool sets one. */
  @Override
  public int getMaxConnections() {
    return 0;
  }

  @Override
  public String getUserName() {
    return userName;
  }
}
