package org.casebound.connector.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.ConformanceLevel;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the engine expects of the outcomes of calls. Part of {@link ConnectorContract}. */
@ExtendWith(ConformanceReport.class)
abstract class CallContract {
  static final IdempotencyKey KEY = new IdempotencyKey("contract-1");
  static final IdempotencyKey OTHER_KEY = new IdempotencyKey("contract-2");
  static final Duration LONG = Duration.ofSeconds(10);
  static final Duration SHORT = Duration.ofMillis(300);

  /** Enough for the effect on a busy machine, and less than a late answer takes. */
  static final Duration ENOUGH = Duration.ofSeconds(1);

  static final Duration LATE = Duration.ofSeconds(3);

  private Rig rig;
  private TestPool pool;

  /** A new connector with a new back office, for one test. */
  protected abstract Rig newRig();

  @BeforeEach
  final void setUpRig() {
    rig = newRig();
    pool = new TestPool(Integer.MAX_VALUE);
  }

  @AfterEach
  final void tearDownRig() {
    rig.close();
  }

  final Rig rig() {
    return rig;
  }

  final TestPool pool() {
    return pool;
  }

  @Test
  @Shows(ConformanceLevel.REPEATABLE)
  protected void aRepeatedCallWithTheSameKeyHasOneEffectAndTheSameAnswer() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factory())) {
      Outcome first = connection.call(rig.call(KEY, LONG));
      assertPositive(first);
      assertEquals(first, connection.call(rig.call(KEY, LONG)));
      assertEquals(1, rig.effects(KEY));
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void aTimeOutBeforeTheEffectIsNoAnswerAndATransientOneStaysWithoutEffect() throws ResourceException {
    rig.holdRequests(Duration.ofSeconds(1));
    try (BackOfficeConnection connection = connect(rig.factory())) {
      Outcome outcome = connection.call(rig.call(KEY, SHORT));
      Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
      if (failed.kind() != Failure.UNKNOWN_OUTCOME) {
        assertFalse(
            Patience.seen(Duration.ofSeconds(2), () -> rig.effects(KEY) > 0),
            () -> "the effect came after the connector had said that it would not: " + outcome);
      }
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void aTimeOutAfterTheEffectIsAnUnknownOutcome() throws ResourceException {
    rig.answerLate(LATE);
    assertUnknownOutcome(rig.call(KEY, ENOUGH));
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void aConnectionThatBreaksAfterTheEffectIsAnUnknownOutcome() throws ResourceException {
    rig.breakAfterEffect();
    assertUnknownOutcome(rig.call(KEY, LONG));
  }

  private void assertUnknownOutcome(Call call) throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factory())) {
      assertFailure(Failure.UNKNOWN_OUTCOME, connection.call(call));
      assertEquals(1, rig.effects(KEY), "the connector must not repeat a call by itself");
    }
  }

  @Test
  @Shows(ConformanceLevel.VERIFIABLE)
  protected void aDoubtIsSettledByAskingForTheKey() throws ResourceException {
    rig.breakAfterEffect();
    try (BackOfficeConnection connection = connect(rig.factory())) {
      connection.call(rig.call(KEY, LONG));
      rig.behave();
      Verification verification = connection.verify(KEY);
      if (!rig.canVerify()) {
        assertInstanceOf(Verification.Unsupported.class, verification);
        throw new org.opentest4j.TestAbortedException("The back office can not be asked what became of a call.");
      }
      assertInstanceOf(Verification.Applied.class, verification);
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void aLateReplyIsNotTakenForTheAnswerToAnotherCall() throws ResourceException {
    rig.answerLate(LATE);
    try (BackOfficeConnection connection = connect(rig.factory())) {
      connection.call(rig.call(KEY, ENOUGH));
      rig.behave();
      Outcome refusal = connection.call(rig.refusedCall(OTHER_KEY));
      assertFalse(
          refusal instanceof Outcome.Done || refusal instanceof Outcome.Accepted,
          () -> "what is refused was answered with " + refusal);
      assertEquals(1, rig.effects(KEY));
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void anAnswerInAnUnknownFormIsNotTakenForNothingDone() throws ResourceException {
    if (!rig.changeSchema()) {
      throw new NotApplicable("this back office does not answer in any form.");
    }
    try (BackOfficeConnection connection = connect(rig.factory())) {
      assertNoLie(connection.call(rig.call(KEY, LONG)), KEY);
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void wrongCredentialsAreAFailureWithoutEffectThatTellsNoSecret() throws ResourceException {
    Optional<ManagedConnectionFactory> stranger = rig.factoryWithWrongCredentials();
    if (stranger.isEmpty()) {
      throw new NotApplicable("nobody signs on to this back office.");
    }
    try (BackOfficeConnection connection = connect(stranger.get())) {
      Outcome outcome = connection.call(rig.call(KEY, LONG));
      Failure kind = assertInstanceOf(Outcome.Failed.class, outcome).kind();
      assertFalse(kind == Failure.UNKNOWN_OUTCOME, () -> "nothing can have been applied: " + outcome);
      assertEquals(0, rig.effects(KEY));
      assertFalse(outcome.toString().contains(Rig.WRONG_PASSWORD), "the outcome tells the password");
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void verifyOfAKeyThatWasNeverSentDoesNotSayApplied() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factory())) {
      Verification expected = rig.canVerify() ? new Verification.NotApplied() : new Verification.Unsupported();
      assertEquals(expected, connection.verify(KEY));
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void verifyOfABackOfficeThatCanNotBeReachedDoesNotSayNotApplied() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factoryToNowhere())) {
      Verification verification = connection.verify(KEY);
      assertFalse(
          verification instanceof Verification.NotApplied || verification instanceof Verification.Applied,
          () -> "was " + verification);
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void aBackOfficeThatCanNotBeReachedIsATransientFailure() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factoryToNowhere())) {
      assertFailure(Failure.TRANSIENT, connection.call(rig.call(KEY, LONG)));
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void aBusyBackOfficeIsATransientFailureWithoutEffect() throws ResourceException {
    rig.beBusy();
    try (BackOfficeConnection connection = connect(rig.factory())) {
      assertFailure(Failure.TRANSIENT, connection.call(rig.call(KEY, LONG)));
      assertEquals(0, rig.effects(KEY));
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void aBusinessNoIsARefusalWithACode() throws ResourceException {
    try (BackOfficeConnection connection = connect(rig.factory())) {
      assertInstanceOf(Outcome.Rejected.class, connection.call(rig.refusedCall(KEY)));
    }
  }

  @Test
  @Shows(ConformanceLevel.HONEST)
  protected void whatIsSaidOfAnOperationIsTrue() throws ResourceException {
    Call call = rig.call(KEY, LONG);
    BackOfficeConnectionFactory factory = connections(rig.factory(), pool);
    Operation said = assertDoesNotThrow(() -> factory.describe(call.operation()), "the operation of a call that works");
    assertEquals(List.of(), said.input().misfits(call.input()), "a call that works does not have the input that the operation is said to have");
    assertTrue(factory.operations().isEmpty() || factory.operations().contains(call.operation()), "the operation is not in the list");
    try (BackOfficeConnection connection = factory.getConnection()) {
      if (connection.call(call) instanceof Outcome.Done done) {
        assertEquals(List.of(), said.result().misfits(done.result()), "the result is not what the operation is said to give");
      }
      for (Shape.Member member : said.input().members()) {
        Map<String, Object> input = new HashMap<>(call.input());
        if (member.required() && input.remove(member.name()) != null) {
          assertRefused(connection, new Call(call.operation(), OTHER_KEY, call.correlationId(), input, LONG));
        }
      }
      if (!said.input().open()) {
        Map<String, Object> input = new HashMap<>(call.input());
        input.put("neverHeardOf", "x");
        assertRefused(connection, new Call(call.operation(), OTHER_KEY, call.correlationId(), input, LONG));
      }
    }
  }

  private void assertRefused(BackOfficeConnection connection, Call unfit) throws ResourceException {
    Outcome outcome = connection.call(unfit);
    assertFalse(
        outcome instanceof Outcome.Done || outcome instanceof Outcome.Accepted,
        () -> "the operation is said not to take " + unfit.input() + ", and was " + outcome);
    assertEquals(0, rig.effects(OTHER_KEY));
  }

  final BackOfficeConnection connect(ManagedConnectionFactory factory) throws ResourceException {
    return connect(factory, pool);
  }

  static BackOfficeConnection connect(ManagedConnectionFactory factory, TestPool pool) throws ResourceException {
    return connections(factory, pool).getConnection();
  }

  private static BackOfficeConnectionFactory connections(ManagedConnectionFactory factory, TestPool pool) throws ResourceException {
    return (BackOfficeConnectionFactory) factory.createConnectionFactory(pool);
  }

  static void assertPositive(Outcome outcome) {
    assertTrue(outcome instanceof Outcome.Done || outcome instanceof Outcome.Accepted, () -> "was " + outcome);
  }

  private static void assertFailure(Failure expected, Outcome outcome) {
    assertEquals(expected, assertInstanceOf(Outcome.Failed.class, outcome).kind(), () -> "was " + outcome);
  }

  /** The outcome says of the effect what is true, or that it does not know. */
  final void assertNoLie(Outcome outcome, IdempotencyKey key) {
    int effects = rig.effects(key);
    if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Accepted) {
      assertEquals(1, effects, () -> "was " + outcome);
    } else if (outcome instanceof Outcome.Failed failed && failed.kind() == Failure.UNKNOWN_OUTCOME) {
      assertTrue(effects <= 1, () -> "was " + outcome + " with " + effects + " effects");
    } else {
      assertEquals(0, effects, () -> "was " + outcome);
    }
  }
}
