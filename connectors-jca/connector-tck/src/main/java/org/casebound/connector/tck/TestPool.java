package org.casebound.connector.tck;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAllocationException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** A small pool that keeps the rules of the Connectors specification. Used by one thread. */
final class TestPool implements ConnectionManager {
  private static final long serialVersionUID = 1L;

  private final transient Set<ManagedConnection> idle = new LinkedHashSet<>();
  private final int most;
  private transient int takenOut;
  private transient int inUse;

  /** @param most most connections in use at a time */
  TestPool(int most) {
    this.most = most;
  }

  @Override
  public Object allocateConnection(ManagedConnectionFactory factory, @Nullable ConnectionRequestInfo info)
      throws ResourceException {
    return allocate(factory, null, info);
  }

  /** Gives a handle for somebody. */
  Object allocate(ManagedConnectionFactory factory, @Nullable Subject subject, @Nullable ConnectionRequestInfo info)
      throws ResourceException {
    if (inUse >= most) {
      throw new ResourceAllocationException("All " + most + " connections are in use.");
    }
    ManagedConnection connection = take(factory, subject, info);
    inUse++;
    return connection.getConnection(subject, info);
  }

  private ManagedConnection take(
      ManagedConnectionFactory factory, @Nullable Subject subject, @Nullable ConnectionRequestInfo info)
      throws ResourceException {
    ManagedConnection match = factory.matchManagedConnections(new HashSet<>(idle), subject, info);
    if (match != null && idle.remove(match)) {
      return match;
    }
    ManagedConnection made = factory.createManagedConnection(subject, info);
    made.addConnectionEventListener(new Listener(made));
    return made;
  }

  /** How many connections were given out and have not come back; negative when one came back twice. */
  int inUse() {
    return inUse;
  }

  /** How many connections were taken out because they broke. */
  int takenOut() {
    return takenOut;
  }

  /** How many connections wait for the next caller. */
  int idle() {
    return idle.size();
  }

  private void giveBack(ManagedConnection connection) {
    inUse--;
    try {
      connection.cleanup();
      idle.add(connection);
    } catch (ResourceException e) {
      throw new AssertionError("A connection could not be cleaned up.", e);
    }
  }

  private void takeOut(ManagedConnection connection) {
    takenOut++;
    inUse--;
    try {
      connection.destroy();
    } catch (ResourceException e) {
      throw new AssertionError("A connection could not be destroyed.", e);
    }
  }

  private final class Listener implements ConnectionEventListener {
    private final ManagedConnection connection;

    Listener(ManagedConnection connection) {
      this.connection = connection;
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
      giveBack(connection);
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      takeOut(connection);
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {}

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {}

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {}
  }
}
