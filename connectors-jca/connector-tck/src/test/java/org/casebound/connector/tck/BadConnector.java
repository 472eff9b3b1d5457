package org.casebound.connector.tck;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.Reference;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.ValueType;
import org.casebound.connector.api.Verification;

/** A connector with every mistake that people make, so that each test of the contract has something to find. */
final class BadConnector {
  private BadConnector() {}

  /** Matches any connection; no equality. */
  static final class Factory implements ManagedConnectionFactory {
    private static final long serialVersionUID = 1L;
    private final transient ForgetfulBackOffice backOffice;

    Factory(ForgetfulBackOffice backOffice) {
      this.backOffice = backOffice;
    }

    @Override
    public Object createConnectionFactory(ConnectionManager pool) {
      return new Connections(this, pool);
    }

    @Override
    public Object createConnectionFactory() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info) {
      return new Managed(backOffice);
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public ManagedConnection matchManagedConnections(Set set, Subject subject, ConnectionRequestInfo info) {
      return (ManagedConnection) set.stream().findFirst().orElse(null);
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public PrintWriter getLogWriter() {
      return null;
    }
  }

  private record Connections(Factory factory, ConnectionManager pool) implements BackOfficeConnectionFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public BackOfficeConnection getConnection() throws ResourceException {
      try {
        return (BackOfficeConnection) pool.allocateConnection(factory, null);
      } catch (ResourceException exhausted) {
        // The mistake: it goes past the pool.
        return new Handle(new Managed(factory.backOffice), factory.backOffice);
      }
    }

    /** The mistake: its calls have no such input. */
    @Override
    public Operation describe(String operation) {
      return new Operation(Shape.of(new Shape.Member("amount", Set.of(ValueType.NUMBER), true)), Shape.ANY);
    }

    @Override
    public void setReference(Reference reference) {}

    @Override
    public Reference getReference() {
      return null;
    }
  }

  /** Says "closed" and "error" at every close, and never cleans up. */
  private static final class Managed implements ManagedConnection {
    private final ForgetfulBackOffice backOffice;
    private final List<ConnectionEventListener> listeners = new ArrayList<>();

    Managed(ForgetfulBackOffice backOffice) {
      this.backOffice = backOffice;
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo info) {
      return new Handle(this, backOffice);
    }

    @Override
    public void destroy() {}

    @Override
    public void cleanup() {}

    @Override
    public void associateConnection(Object connection) {}

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
      listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
      listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() {
      return null;
    }

    @Override
    public LocalTransaction getLocalTransaction() {
      return null;
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public PrintWriter getLogWriter() {
      return null;
    }
  }

  /** Repeats by itself, forgets the key, mistakes failures for each other and works after it was closed. */
  private record Handle(Managed managed, ForgetfulBackOffice backOffice) implements BackOfficeConnection {
    @Override
    public Outcome call(Call call) {
      for (int attempt = 0; attempt < 2; attempt++) {
        backOffice.apply(call.key());
      }
      if (backOffice.takeAnswerUnderway()) {
        return new Outcome.Done(Map.of());
      }
      if (backOffice.mood() == ForgetfulBackOffice.Mood.LATE) {
        backOffice.leaveAnswerUnderway();
      }
      return switch (backOffice.mood()) {
        case REFUSING, BUSY, DENYING, DRIFTING -> failed(Failure.PERMANENT);
        case LATE, BREAKING -> failed(Failure.TRANSIENT);
        case NOWHERE -> failed(Failure.UNKNOWN_OUTCOME);
        case FINE -> new Outcome.Done(Map.of("call", backOffice.effects(call.key())));
      };
    }

    private static Outcome failed(Failure kind) {
      return new Outcome.Failed(kind, "ERROR", "Could not sign on with " + Rig.WRONG_PASSWORD, Optional.empty());
    }

    @Override
    public Verification verify(IdempotencyKey key) {
      return backOffice.mood() == ForgetfulBackOffice.Mood.NOWHERE || backOffice.effects(key) > 0
          ? new Verification.NotApplied()
          : new Verification.Applied(new Outcome.Done(Map.of()));
    }

    @Override
    public Health health() {
      return new Health(Health.State.UP, "");
    }

    @Override
    public void close() {
      ConnectionEvent error = new ConnectionEvent(managed, ConnectionEvent.CONNECTION_ERROR_OCCURRED);
      ConnectionEvent closed = new ConnectionEvent(managed, ConnectionEvent.CONNECTION_CLOSED);
      for (ConnectionEventListener listener : managed.listeners) {
        listener.connectionErrorOccurred(error);
        listener.connectionClosed(closed);
      }
    }
  }
}
