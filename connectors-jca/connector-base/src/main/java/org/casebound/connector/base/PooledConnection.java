package org.casebound.connector.base;

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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.DeadLetterBox;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.jspecify.annotations.Nullable;

/**
 * One place in the pool: the right to talk to a back office as somebody.
 *
 * <p>When the transport breaks, the handle stays usable, so that the caller can verify; the pool is told with
 * CONNECTION_ERROR_OCCURRED when the last handle is closed, and takes this connection out.
 */
class PooledConnection implements ManagedConnection {
  private static final String NO_TRANSACTIONS = "This connector does not take part in the caller's transactions.";

  private final ConnectorManagedConnectionFactory factory;
  private final BackOffice backOffice;
  private final TimeLimit limit;
  private final Credentials credentials;
  private final Set<ConnectionHandle> handles = ConcurrentHashMap.newKeySet();
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean broken;
  private volatile boolean destroyed;
  private volatile @Nullable PrintWriter logWriter;

  PooledConnection(
      ConnectorManagedConnectionFactory factory, BackOffice backOffice, TimeLimit limit, Credentials credentials) {
    this.factory = factory;
    this.backOffice = backOffice;
    this.limit = limit;
    this.credentials = credentials;
  }

  @Override
  public Object getConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info)
      throws ResourceException {
    checkUsable();
    if (!factory.credentials(subject).equals(credentials)) {
      throw new SecurityException("A connection can not change to other credentials.");
    }
    ConnectionHandle handle = new ConnectionHandle(this);
    handles.add(handle);
    return handle;
  }

  @Override
  public void associateConnection(Object connection) throws ResourceException {
    checkUsable();
    if (!(connection instanceof ConnectionHandle handle)) {
      throw new IllegalStateException("Not a handle of this connector.");
    }
    handle.associate(this);
    handles.add(handle);
  }

  @Override
  public void cleanup() {
    handles.forEach(ConnectionHandle::invalidate);
    handles.clear();
  }

  @Override
  public void destroy() {
    destroyed = true;
    cleanup();
    backOffice.close();
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
    throw new NotSupportedException(NO_TRANSACTIONS);
  }

  @Override
  public LocalTransaction getLocalTransaction() throws ResourceException {
    throw new NotSupportedException(NO_TRANSACTIONS);
  }

  @Override
  public ManagedConnectionMetaData getMetaData() {
    return new ConnectorMetaData(factory.backOfficeName(), credentials.userName().orElse(""));
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
    return noted(limit.call(backOffice, call));
  }

  Verification verify(IdempotencyKey key) {
    return noted(limit.verify(backOffice, key));
  }

  Health health() {
    return noted(limit.health(backOffice));
  }

  Optional<DeadLetterBox> deadLetters() {
    return backOffice.deadLetters().map(box -> new PatientDeadLetters(box, limit));
  }

  /** Whether this is a connection of this factory to the same back office and as the same user. */
  boolean serves(ConnectorManagedConnectionFactory other, Credentials wanted) {
    return !broken && !destroyed && factory.equals(other) && credentials.equals(wanted);
  }

  /** Whether the next call is likely to get through; asks the back office where that is possible. */
  boolean isAlive() {
    return !broken && !destroyed && health().state() != Health.State.DOWN;
  }

  void closed(ConnectionHandle handle) {
    handles.remove(handle);
    boolean takeOut = broken && handles.isEmpty();
    int id = takeOut ? ConnectionEvent.CONNECTION_ERROR_OCCURRED : ConnectionEvent.CONNECTION_CLOSED;
    ConnectionEvent event = new ConnectionEvent(this, id);
    event.setConnectionHandle(handle);
    if (takeOut) {
      ConnectorLog.LOG.connectionBroke(factory.backOfficeName());
      listeners.forEach(listener -> listener.connectionErrorOccurred(event));
    } else {
      listeners.forEach(listener -> listener.connectionClosed(event));
    }
  }

  void forget(ConnectionHandle handle) {
    handles.remove(handle);
  }

  private <T> T noted(Reply<T> reply) {
    if (reply.broken()) {
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
