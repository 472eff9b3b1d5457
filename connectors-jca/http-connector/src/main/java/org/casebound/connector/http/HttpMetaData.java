package org.casebound.connector.http;

import jakarta.resource.spi.ManagedConnectionMetaData;

/**
 * What an operator can read about a connection.
 *
 * @param baseUrl address of the back office
 * @param userName empty when the connector does not log in with a name
 */
record HttpMetaData(String baseUrl, String userName) implements ManagedConnectionMetaData {
  @Override
  public String getEISProductName() {
    return "HTTP back office at " + baseUrl;
  }

  @Override
  public String getEISProductVersion() {
    return "HTTP/1.1, HTTP/2";
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
