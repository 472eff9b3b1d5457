package org.casebound.connector.base;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.IllegalStateException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.DeadLetterBox;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.jspecify.annotations.Nullable;

/** A caller's handle; without a managed connection it is closed. */
public class ConnectionHandle implements BackOfficeConnection {
  private final AtomicReference<@Nullable PooledConnection> managed = new AtomicReference<>();

  ConnectionHandle(PooledConnection connection) {
    managed.set(connection);
  }

  @Override
  public Outcome call(Call call) throws ResourceException {
    return open().call(call);
  }

  @Override
  public Verification verify(IdempotencyKey key) throws ResourceException {
    return open().verify(key);
  }

  @Override
  public Health health() {
    PooledConnection connection = managed.get();
    return connection == null
        ? new Health(Health.State.UNKNOWN, "The connection handle is closed.")
        : connection.health();
  }

  @Override
  public Optional<DeadLetterBox> deadLetters() throws ResourceException {
    return open().deadLetters();
  }

  @Override
  public void close() {
    PooledConnection connection = managed.getAndSet(null);
    if (connection != null) {
      connection.closed(this);
    }
  }

  /** Moves this handle to another managed connection. */
  void associate(PooledConnection connection) {
    PooledConnection former = managed.getAndSet(connection);
    if (former != null) {
      former.forget(this);
    }
  }

  /** Makes this handle unusable, without telling the managed connection. */
  void invalidate() {
    managed.set(null);
  }

  private PooledConnection open() throws ResourceException {
    PooledConnection connection = managed.get();
    if (connection == null) {
      throw new IllegalStateException("The connection handle is closed.");
    }
    return connection;
  }
}
