package org.casebound.connector.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("k");
  private static final Call CALL = new Call("DO", KEY, "test", Map.of(), Duration.ofMillis(100));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TimeLimit limit = new TimeLimit(threads, Duration.ofMillis(100));
  private final CountDownLatch hung = new CountDownLatch(1);

  @AfterEach
  void stop() {
    hung.countDown();
    threads.shutdownNow();
  }

  /** A back office that does as it is told, whatever it is asked. */
  private interface Deed {
    void run(PointOfNoReturn point) throws InterruptedException;
  }

  private record Scripted(Deed deed) implements BackOffice {
    private void act(PointOfNoReturn point) {
      try {
        deed.run(point);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public Reply<Outcome> call(Call call, PointOfNoReturn point) {
      act(point);
      return Reply.of(new Outcome.Done(Map.of()));
    }

    @Override
    public Reply<Verification> verify(IdempotencyKey key) {
      act(new PointOfNoReturn());
      return Reply.of(new Verification.NotApplied());
    }

    @Override
    public Reply<Health> health() {
      act(new PointOfNoReturn());
      return Reply.of(new Health(Health.State.UP, ""));
    }

    @Override
    public void close() {}
  }

  private static Outcome.Failed failed(Reply<Outcome> reply) {
    assertThat(reply.value()).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) reply.value();
  }

  @Test
  void anAnswerInTimeIsPassedOn() {
    assertThat(limit.call(new Scripted(PointOfNoReturn::pass), CALL)).isEqualTo(Reply.of(new Outcome.Done(Map.of())));
  }

  @Test
  void aTimeOutBeforeThePointOfNoReturnIsTransientAndTheEffectNeverComes() throws Exception {
    AtomicReference<Boolean> passed = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(1);
    Reply<Outcome> reply = limit.call(new Scripted(point -> {
      hung.await();
      passed.set(point.pass());
      ended.countDown();
    }), CALL);
    assertThat(failed(reply).kind()).isEqualTo(Failure.TRANSIENT);
    assertThat(reply.broken()).isTrue();
    hung.countDown();
    ended.await();
    assertThat(passed.get()).isFalse();
  }

  @Test
  void aTimeOutAfterThePointOfNoReturnIsInDoubt() {
    Reply<Outcome> reply = limit.call(new Scripted(point -> {
      point.pass();
      hung.await();
    }), CALL);
    assertThat(failed(reply).kind()).isEqualTo(Failure.UNKNOWN_OUTCOME);
    assertThat(reply.broken()).isTrue();
  }

  @Test
  void anUnexpectedFailureIsInDoubtOnlyAfterThePointOfNoReturn() {
    assertThat(failed(limit.call(new Scripted(point -> {
      throw new IllegalStateException("boom");
    }), CALL)).kind()).isEqualTo(Failure.PERMANENT);
    assertThat(failed(limit.call(new Scripted(point -> {
      point.pass();
      throw new IllegalStateException("boom");
    }), CALL)).kind()).isEqualTo(Failure.UNKNOWN_OUTCOME);
  }

  @Test
  void withoutAFreeThreadNothingIsSent() {
    TimeLimit full = new TimeLimit(task -> {
      throw new RejectedExecutionException();
    }, Duration.ofSeconds(1));
    Scripted never = new Scripted(point -> {
      throw new AssertionError("must not run");
    });
    assertThat(failed(full.call(never, CALL)).code()).isEqualTo("NO_THREAD");
    assertThat(full.verify(never, KEY).value()).isInstanceOf(Verification.Unavailable.class);
    assertThat(full.health(never).value().state()).isEqualTo(Health.State.UNKNOWN);
  }

  @Test
  void aQuestionWithoutAnAnswerInTimeIsNoNo() {
    Scripted hanging = new Scripted(point -> hung.await());
    assertThat(limit.verify(hanging, KEY).value()).isInstanceOf(Verification.Unavailable.class);
    assertThat(limit.health(hanging).value().state()).isEqualTo(Health.State.DOWN);
  }

  @Test
  void anInterruptedCallerKeepsItsInterruption() {
    Thread.currentThread().interrupt();
    Reply<Outcome> reply = limit.call(new Scripted(point -> hung.await()), CALL);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failed(reply).kind()).isEqualTo(Failure.TRANSIENT);
  }
}
