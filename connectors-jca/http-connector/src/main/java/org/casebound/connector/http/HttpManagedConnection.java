package org.casebound.connector.http;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import jakarta.resource.spi.SecurityException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.casebound.connector.http.outbound.Credentials;
import org.casebound.connector.http.outbound.HttpBackOffice;
import org.jspecify.annotations.Nullable;

/**
 * One place in the pool: the right to talk to a back office as somebody. Sockets belong to the HTTP client underneath.
 *
 * <p>When the transport breaks, the handle stays usable, so that the caller can verify; the pool is told with
 * CONNECTION_ERROR_OCCURRED when the last handle is closed, and takes this connection out.
 */
class HttpManagedConnection implements ManagedConnection {
  private final HttpManagedConnectionFactory factory;
  private final HttpBackOffice backOffice;
  private final Credentials credentials;
  private final Set<HttpConnection> handles = ConcurrentHashMap.newKeySet();
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean broken;
  private volatile boolean destroyed;
  private volatile @Nullable PrintWriter logWriter;

  HttpManagedConnection(HttpManagedConnectionFactory factory, HttpBackOffice backOffice, Credentials credentials) {
    this.factory = factory;
    this.backOffice = backOffice;
    this.credentials = credentials;
  }

  @Override
  public Object getConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info)
      throws ResourceException {
    checkUsable();
    if (!factory.credentials(subject).equals(credentials)) {
      throw new SecurityException("A connection can not change to other credentials.");
    }
    HttpConnection handle = new HttpConnection(this);
    handles.add(handle);
    return handle;
  }

  @Override
  public void associateConnection(Object connection) throws ResourceException {
    checkUsable();
    if (!(connection instanceof HttpConnection handle)) {
      throw new IllegalStateException("Not a handle of this connector.");
    }
    handle.associate(this);
    handles.add(handle);
  }

  @Override
  public void cleanup() {
    handles.forEach(HttpConnection::invalidate);
    handles.clear();
  }

  @Override
  public void destroy() {
    destroyed = true;
    cleanup();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  @Override
  public XAResource getXAResource() throws ResourceException {
    throw new NotSupportedException("HTTP has no transactions.");
  }

  @Override
  public LocalTransaction getLocalTransaction() throws ResourceException {
    throw new NotSupportedException("HTTP has no transactions.");
  }

  @Override
  public ManagedConnectionMetaData getMetaData() {
    return new HttpMetaData(factory.getBaseUrl(), credentials.userName().orElse(""));
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    this.logWriter = out;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  Outcome call(Call call) {
    return noted(backOffice.call(call, credentials));
  }

  Verification verify(IdempotencyKey key) {
    return noted(backOffice.verify(key, credentials));
  }

  Health health() {
    return noted(backOffice.health(credentials));
  }

  /** Whether this is a connection of this factory to the same back office and as the same user. */
  boolean serves(HttpManagedConnectionFactory other, Credentials wanted) {
    return !broken && !destroyed && factory.equals(other) && credentials.equals(wanted);
  }

  /** Whether the next call is likely to get through; asks the back office where a health path is configured. */
  boolean isAlive() {
    return !broken && !destroyed && health().state() != Health.State.DOWN;
  }

  void closed(HttpConnection handle) {
    handles.remove(handle);
    boolean takeOut = broken && handles.isEmpty();
    int id = takeOut ? ConnectionEvent.CONNECTION_ERROR_OCCURRED : ConnectionEvent.CONNECTION_CLOSED;
    ConnectionEvent event = new ConnectionEvent(this, id);
    event.setConnectionHandle(handle);
    if (takeOut) {
      HttpConnectorLog.LOG.connectionBroke(factory.getBaseUrl());
      listeners.forEach(listener -> listener.connectionErrorOccurred(event));
    } else {
      listeners.forEach(listener -> listener.connectionClosed(event));
    }
  }

  void forget(HttpConnection handle) {
    handles.remove(handle);
  }

  private <T> T noted(HttpBackOffice.Reply<T> reply) {
    if (reply.transportBroke()) {
      broken = true;
    }
    return reply.value();
  }

  private void checkUsable() throws ResourceException {
    if (destroyed) {
      throw new IllegalStateException("The connection is destroyed.");
    }
  }
}
