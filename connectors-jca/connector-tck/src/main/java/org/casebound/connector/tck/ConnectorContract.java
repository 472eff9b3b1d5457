package org.casebound.connector.tck;

import static org.casebound.connector.api.ConformanceLevel.HONEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.security.PasswordCredential;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.Subject;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.junit.jupiter.api.Test;

/**
 * What the engine expects of every connector: of its calls ({@link CallContract}), and of its place in the pool and in
 * transactions. Extend it in the connector's own tests. When all checks were run it prints the {@link
 * org.casebound.connector.api.ConformanceLevel} that they show, and fails when the connector states another one.
 */
public abstract class ConnectorContract extends CallContract {

  /** Only for subclasses. */
  protected ConnectorContract() {}

  @Test
  @Shows(HONEST)
  protected void aClosedHandleIsRefusedAndMayBeClosedAgain() throws ResourceException {
    BackOfficeConnection connection = connect(rig().factory());
    connection.close();
    connection.close();
    assertThrows(ResourceException.class, () -> connection.call(rig().call(KEY, LONG)));
    assertThrows(ResourceException.class, () -> connection.verify(KEY));
    assertEquals(0, rig().effects(KEY));
  }

  @Test
  @Shows(HONEST)
  protected void aHandleIsRefusedAfterThePoolCleanedItsConnectionUp() throws ResourceException {
    ManagedConnection managed = rig().factory().createManagedConnection(null, null);
    BackOfficeConnection stale = (BackOfficeConnection) managed.getConnection(null, null);
    managed.cleanup();
    assertThrows(ResourceException.class, () -> stale.call(rig().call(KEY, LONG)));
    assertEquals(0, rig().effects(KEY));
    managed.destroy();
  }

  @Test
  @Shows(HONEST)
  protected void aConnectionIsUsedAgainByTheNextCaller() throws ResourceException {
    ManagedConnectionFactory factory = rig().factory();
    connect(factory).close();
    connect(factory).close();
    assertEquals(1, pool().idle());
    assertEquals(0, pool().takenOut());
  }

  @Test
  @Shows(HONEST)
  protected void aBrokenConnectionIsTakenOutOfThePool() throws ResourceException {
    rig().breakAfterEffect();
    try (BackOfficeConnection connection = connect(rig().factory())) {
      connection.call(rig().call(KEY, LONG));
    }
    assertEquals(1, pool().takenOut(), "the connector must raise CONNECTION_ERROR_OCCURRED at the latest when closed");
    assertEquals(0, pool().idle());
  }

  @Test
  @Shows(HONEST)
  protected void anExhaustedPoolIsSaidSoUntilAPlaceComesBack() throws ResourceException {
    ManagedConnectionFactory factory = rig().factory();
    TestPool small = new TestPool(1);
    BackOfficeConnection first = connect(factory, small);
    assertThrows(ResourceException.class, () -> connect(factory, small));
    first.close();
    connect(factory, small).close();
    assertEquals(0, small.inUse());
  }

  @Test
  @Shows(HONEST)
  protected void aPlaceInThePoolComesBackWhateverBecameOfTheCall() throws ResourceException {
    ManagedConnectionFactory factory = rig().factory();
    TestPool small = new TestPool(1);
    try (BackOfficeConnection connection = connect(factory, small)) {
      connection.call(rig().call(KEY, LONG));
    }
    rig().breakAfterEffect();
    try (BackOfficeConnection connection = connect(factory, small)) {
      connection.call(rig().call(OTHER_KEY, LONG));
    }
    rig().behave();
    try (BackOfficeConnection connection = connect(factory, small)) {
      connection.call(rig().refusedCall(new IdempotencyKey("contract-3")));
    }
    assertEquals(0, small.inUse(), "each connection has to be given back or taken out, once");
  }

  @Test
  @Shows(HONEST)
  protected void aConnectionThatWentStaleHarmsOneCallAtMost() throws ResourceException {
    ManagedConnectionFactory factory = rig().factory();
    try (BackOfficeConnection connection = connect(factory)) {
      assertPositive(connection.call(rig().call(KEY, LONG)));
    }
    if (!rig().cutIdleConnections()) {
      throw new NotApplicable("there are no connections that could be cut.");
    }
    try (BackOfficeConnection connection = connect(factory)) {
      assertNoLie(connection.call(rig().call(OTHER_KEY, LONG)), OTHER_KEY);
    }
    IdempotencyKey third = new IdempotencyKey("contract-3");
    try (BackOfficeConnection connection = connect(factory)) {
      assertPositive(connection.call(rig().call(third, LONG)));
    }
    assertEquals(1, rig().effects(third));
  }

  @Test
  @Shows(HONEST)
  protected void aShutDownDuringACallLeavesADoubtAtMost()
      throws ResourceException, InterruptedException, ExecutionException, TimeoutException {
    Duration timeout = Duration.ofSeconds(3);
    rig().answerLate(timeout.multipliedBy(2));
    ManagedConnectionFactory factory = rig().factory();
    ManagedConnection managed = factory.createManagedConnection(null, null);
    BackOfficeConnection connection = (BackOfficeConnection) managed.getConnection(null, null);
    FutureTask<Outcome> call = new FutureTask<>(() -> connection.call(rig().call(KEY, timeout)));
    new Thread(call, "call during a shut-down").start();
    assertTrue(Patience.seen(timeout, () -> rig().effects(KEY) > 0), "the call had no effect");
    managed.destroy();
    if (factory instanceof ResourceAdapterAssociation adapter && adapter.getResourceAdapter() != null) {
      adapter.getResourceAdapter().stop();
    }
    assertNoLie(call.get(timeout.toMillis() + 2000, TimeUnit.MILLISECONDS), KEY);
    assertThrows(ResourceException.class, () -> managed.getConnection(null, null), "it was destroyed");
  }

  @Test
  @Shows(HONEST)
  protected void aRolledBackTransactionLeavesNoEffectAndACommittedOneDoes() throws ResourceException {
    ManagedConnection managed = rig().factory().createManagedConnection(null, null);
    Optional<TestTransaction> offered = TestTransaction.of(managed);
    if (offered.isEmpty()) {
      managed.destroy();
      throw new NotApplicable("the connector says that it takes part in no transaction.");
    }
    BackOfficeConnection connection = (BackOfficeConnection) managed.getConnection(null, null);
    offered.get().begin();
    assertPositive(connection.call(rig().call(KEY, LONG)));
    offered.get().rollBack();
    assertEquals(0, rig().effects(KEY));
    offered.get().begin();
    assertPositive(connection.call(rig().call(OTHER_KEY, LONG)));
    offered.get().commit();
    assertEquals(1, rig().effects(OTHER_KEY));
    connection.close();
    managed.destroy();
  }

  @Test
  @Shows(HONEST)
  protected void thePoolDoesNotMixCredentials() throws ResourceException {
    ManagedConnectionFactory factory = rig().factory();
    Subject one = subject(factory, "one");
    ManagedConnection managed = factory.createManagedConnection(one, null);
    assertNull(factory.matchManagedConnections(Set.of(managed), subject(factory, "two"), null));
    assertNotNull(factory.matchManagedConnections(Set.of(managed), subject(factory, "one"), null));
    managed.destroy();
  }

  @Test
  @Shows(HONEST)
  protected void factoriesAreEqualWhenTheirConfigurationIs() {
    assertEquals(rig().factory(), rig().factory());
    assertEquals(rig().factory().hashCode(), rig().factory().hashCode());
    assertFalse(rig().factory().equals(rig().factoryToNowhere()));
  }

  private static Subject subject(ManagedConnectionFactory factory, String user) {
    PasswordCredential credential = new PasswordCredential(user, (user + "-secret").toCharArray());
    credential.setManagedConnectionFactory(factory);
    return new Subject(false, Set.of(), Set.of(), Set.of(credential));
  }
}
