package org.casebound.connector.tck;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import java.util.Objects;
import java.util.Optional;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** Drives a connection through transactions as a container does, by XA where it is offered, else by local ones. */
interface TestTransaction {
  void begin() throws ResourceException;

  void rollBack() throws ResourceException;

  void commit() throws ResourceException;

  /**
   * The transactions of a connection; empty when it says that it takes part in none.
   *
   * @throws NullPointerException when it says neither yes nor no
   */
  static Optional<TestTransaction> of(ManagedConnection connection) throws ResourceException {
    try {
      return Optional.of(new Xa(Objects.requireNonNull(connection.getXAResource(), "getXAResource gave nothing")));
    } catch (NotSupportedException e) {
      return local(connection);
    }
  }

  private static Optional<TestTransaction> local(ManagedConnection connection) throws ResourceException {
    try {
      return Optional.of(new Local(Objects.requireNonNull(connection.getLocalTransaction(), "getLocalTransaction gave nothing")));
    } catch (NotSupportedException e) {
      return Optional.empty();
    }
  }

  /** A local transaction. */
  record Local(LocalTransaction transaction) implements TestTransaction {
    @Override
    public void begin() throws ResourceException {
      transaction.begin();
    }

    @Override
    public void rollBack() throws ResourceException {
      transaction.rollback();
    }

    @Override
    public void commit() throws ResourceException {
      transaction.commit();
    }
  }

  /** One branch after the other, each with two phases. */
  final class Xa implements TestTransaction {
    private final XAResource resource;
    private int number;

    Xa(XAResource resource) {
      this.resource = resource;
    }

    private interface Step {
      void take() throws XAException;
    }

    private static void take(Step step) throws ResourceException {
      try {
        step.take();
      } catch (XAException e) {
        throw new ResourceException("The XA resource failed with " + e.errorCode, e);
      }
    }

    @Override
    public void begin() throws ResourceException {
      number++;
      take(() -> resource.start(new Branch(number), XAResource.TMNOFLAGS));
    }

    @Override
    public void rollBack() throws ResourceException {
      Branch branch = new Branch(number);
      take(() -> resource.end(branch, XAResource.TMSUCCESS));
      take(() -> resource.rollback(branch));
    }

    @Override
    public void commit() throws ResourceException {
      Branch branch = new Branch(number);
      take(() -> resource.end(branch, XAResource.TMSUCCESS));
      take(() -> {
        if (resource.prepare(branch) == XAResource.XA_OK) {
          resource.commit(branch, false);
        }
      });
    }
  }

  /** The name of a branch. */
  record Branch(int number) implements Xid {
    @Override
    public int getFormatId() {
      return 0x43424454;
    }

    @Override
    public byte[] getGlobalTransactionId() {
      return new byte[] {1, (byte) number};
    }

    @Override
    public byte[] getBranchQualifier() {
      return new byte[] {2, (byte) number};
    }
  }
}
