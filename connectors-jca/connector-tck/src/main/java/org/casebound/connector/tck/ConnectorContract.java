package org.casebound.connector.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.security.PasswordCredential;
import java.time.Duration;
import java.util.Set;
import javax.security.auth.Subject;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine expects of every connector. Extend it in the connector's own tests. */
public abstract class ConnectorContract {
  private static final IdempotencyKey KEY = new IdempotencyKey("contract-1");
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);

  private Rig rig;
  private TestPool pool;

  /** Only for subclasses. */
  protected ConnectorContract() {}

  /** A new connector with a new back office, for one test. */
  protected abstract Rig newRig();

  @BeforeEach
  final void setUpRig() {
    rig = newRig();
    pool = new TestPool();
  }

  @AfterEach
  final void tearDownRig() {
    rig.close();
  }

  @Test
  protected void aRepeatedCallWithTheSameKeyHasOneEffectAndTheSameAnswer() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factory())) {
      Outcome first = connection.call(rig.call(KEY, LONG));
      assertTrue(first instanceof Outcome.Done || first instanceof Outcome.Accepted, () -> "was " + first);
      assertEquals(first, connection.call(rig.call(KEY, LONG)));
      assertEquals(1, rig.effects(KEY));
    }
  }

  @Test
  protected void aTimeOutAfterTheEffectIsAnUnknownOutcomeAndVerifySaysApplied() throws ResourceException {
    rig.answerLate(Duration.ofSeconds(3));
    assertUnknownOutcomeThatVerifySettles(rig.call(KEY, SHORT));
  }

  @Test
  protected void aConnectionThatBreaksAfterTheEffectIsAnUnknownOutcomeAndVerifySaysApplied() throws ResourceException {
    rig.breakAfterEffect();
    assertUnknownOutcomeThatVerifySettles(rig.call(KEY, LONG));
  }

  private void assertUnknownOutcomeThatVerifySettles(Call call) throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factory())) {
      assertFailure(Failure.UNKNOWN_OUTCOME, connection.call(call));
      assertEquals(1, rig.effects(KEY), "the connector must not repeat a call by itself");
      rig.behave();
      Verification verification = connection.verify(KEY);
      if (rig.canVerify()) {
        assertInstanceOf(Verification.Applied.class, verification);
      } else {
        assertInstanceOf(Verification.Unsupported.class, verification);
      }
    }
  }

  @Test
  protected void verifyOfAKeyThatWasNeverSentDoesNotSayApplied() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factory())) {
      Verification expected = rig.canVerify() ? new Verification.NotApplied() : new Verification.Unsupported();
      assertEquals(expected, connection.verify(KEY));
    }
  }

  @Test
  protected void verifyOfABackOfficeThatCanNotBeReachedDoesNotSayNotApplied() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factoryToNowhere())) {
      Verification verification = connection.verify(KEY);
      assertFalse(
          verification instanceof Verification.NotApplied || verification instanceof Verification.Applied,
          () -> "was " + verification);
    }
  }

  @Test
  protected void aBackOfficeThatCanNotBeReachedIsATransientFailure() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factoryToNowhere())) {
      assertFailure(Failure.TRANSIENT, connection.call(rig.call(KEY, LONG)));
    }
  }

  @Test
  protected void aBusyBackOfficeIsATransientFailureWithoutEffect() throws ResourceException {
    rig.beBusy();
    try (BackOfficeConnection connection = connect(rig.factory())) {
      assertFailure(Failure.TRANSIENT, connection.call(rig.call(KEY, LONG)));
      assertEquals(0, rig.effects(KEY));
    }
  }

  @Test
  protected void aBusinessNoIsARefusalWithACode() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factory())) {
      assertInstanceOf(Outcome.Rejected.class, connection.call(rig.refusedCall(KEY)));
    }
  }

  @Test
  protected void aClosedHandleIsRefusedAndMayBeClosedAgain() throws ResourceException {
    BackOfficeConnection connection = connect(rig.factory());
    connection.close();
    connection.close();
    assertThrows(ResourceException.class, () -> connection.call(rig.call(KEY, LONG)));
    assertThrows(ResourceException.class, () -> connection.verify(KEY));
    assertEquals(0, rig.effects(KEY));
  }

  @Test
  protected void aHandleIsRefusedAfterThePoolCleanedItsConnectionUp() throws ResourceException {
    ManagedConnection managed = rig.factory().createManagedConnection(null, null);
    BackOfficeConnection stale = (BackOfficeConnection) managed.getConnection(null, null);
    managed.cleanup();
    assertThrows(ResourceException.class, () -> stale.call(rig.call(KEY, LONG)));
    assertEquals(0, rig.effects(KEY));
    managed.destroy();
  }

  @Test
  protected void aConnectionIsUsedAgainByTheNextCaller() throws ResourceException {
    ManagedConnectionFactory factory = rig.factory();
    connect(factory).close();
    connect(factory).close();
    assertEquals(1, pool.idle());
    assertEquals(0, pool.takenOut());
  }

  @Test
  protected void aBrokenConnectionIsTakenOutOfThePool() throws ResourceException {
    rig.breakAfterEffect();
    try (BackOfficeConnection connection = connect(rig.factory())) {
      connection.call(rig.call(KEY, LONG));
    }
    assertEquals(1, pool.takenOut(), "the connector must raise CONNECTION_ERROR_OCCURRED at the latest when closed");
    assertEquals(0, pool.idle());
  }

  @Test
  protected void thePoolDoesNotMixCredentials() throws ResourceException {
    ManagedConnectionFactory factory = rig.factory();
    Subject one = subject(factory, "one");
    ManagedConnection managed = factory.createManagedConnection(one, null);
    assertNull(factory.matchManagedConnections(Set.of(managed), subject(factory, "two"), null));
    assertNotNull(factory.matchManagedConnections(Set.of(managed), subject(factory, "one"), null));
    managed.destroy();
  }

  @Test
  protected void factoriesAreEqualWhenTheirConfigurationIs() {
    assertEquals(rig.factory(), rig.factory());
    assertEquals(rig.factory().hashCode(), rig.factory().hashCode());
    assertFalse(rig.factory().equals(rig.factoryToNowhere()));
  }

  private BackOfficeConnection connect(ManagedConnectionFactory factory) throws ResourceException {
    return ((BackOfficeConnectionFactory) factory.createConnectionFactory(pool)).getConnection();
  }

  private static Subject subject(ManagedConnectionFactory factory, String user) {
    PasswordCredential credential = new PasswordCredential(user, (user + "-secret").toCharArray());
    credential.setManagedConnectionFactory(factory);
    return new Subject(false, Set.of(), Set.of(), Set.of(credential));
  }

  private static void assertFailure(Failure expected, Outcome outcome) {
    assertEquals(expected, assertInstanceOf(Outcome.Failed.class, outcome).kind(), () -> "was " + outcome);
  }
}
