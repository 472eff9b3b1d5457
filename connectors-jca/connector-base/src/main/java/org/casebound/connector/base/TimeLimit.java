package org.casebound.connector.base;

import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the caller's time: a driver, a disk or a broker that hangs holds a work thread, not the caller. Work that is too
 * late is not interrupted, for that would damage what some drivers share; it ends by itself or when its back office is
 * closed.
 *
 * @param executor the container's work threads
 * @param questions longest time for an answer to verify and health; calls bring their own
 */
record TimeLimit(Executor executor, Duration questions) {

  Reply<Outcome> call(BackOffice backOffice, Call call) {
    PointOfNoReturn point = new PointOfNoReturn();
    FutureTask<Reply<Outcome>> work = new FutureTask<>(() -> backOffice.call(call, point));
    try {
      return await(work, call.timeout());
    } catch (RejectedExecutionException e) {
      return Reply.failed(Failure.TRANSIENT, "NO_THREAD", "The server has no free work thread; nothing was sent.");
    } catch (TimeoutException e) {
      return late(point, "TIMEOUT", "within " + call.timeout().toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late(point, "INTERRUPTED", "before the call was interrupted");
    } catch (ExecutionException e) {
      ConnectorLog.LOG.failed(call.operation(), e.getCause());
      String code = "CONNECTOR_FAILED";
      return point.close()
          ? Reply.brokenBy(Failure.PERMANENT, code, "The connector failed before the effect: " + reason(e))
          : Reply.brokenBy(Failure.UNKNOWN_OUTCOME, code, "The connector failed: " + reason(e));
    }
  }

  private static Reply<Outcome> late(PointOfNoReturn point, String code, String when) {
    return point.close()
        ? Reply.brokenBy(Failure.TRANSIENT, code + "_BEFORE_EFFECT", "Nothing was applied " + when + "; nothing will be.")
        : Reply.brokenBy(Failure.UNKNOWN_OUTCOME, code, "The back office did not answer " + when + ".");
  }

  Reply<Verification> verify(BackOffice backOffice, IdempotencyKey key) {
    try {
      return await(new FutureTask<>(() -> backOffice.verify(key)), questions);
    } catch (RejectedExecutionException | TimeoutException | ExecutionException e) {
      return Reply.broken(new Verification.Unavailable(unanswered(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.broken(new Verification.Unavailable("The question was interrupted."));
    }
  }

  Reply<Health> health(BackOffice backOffice) {
    try {
      return await(new FutureTask<>(backOffice::health), questions);
    } catch (RejectedExecutionException e) {
      return Reply.of(new Health(Health.State.UNKNOWN, unanswered(e)));
    } catch (TimeoutException | ExecutionException e) {
      return Reply.broken(new Health(Health.State.DOWN, unanswered(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.of(new Health(Health.State.UNKNOWN, "The question was interrupted."));
    }
  }

  /**
   * Asks anything else of a back office.
   *
   * @throws ResourceException with a sentence when there is no answer in time; then it is not known what became of it
   */
  <T> T ask(Callable<T> question) throws ResourceException {
    try {
      return await(new FutureTask<>(question), questions);
    } catch (RejectedExecutionException | TimeoutException e) {
      throw new ResourceException(unanswered(e), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ResourceException refusal ? refusal : new ResourceException(unanswered(e), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceException("The question was interrupted.", e);
    }
  }

  private <T> T await(FutureTask<T> work, Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    executor.execute(work);
    return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private String unanswered(Exception e) {
    if (e instanceof TimeoutException) {
      return "No answer within " + questions.toMillis() + " ms.";
    }
    return e instanceof ExecutionException
        ? "The question failed: " + reason(e)
        : "The server has no free work thread.";
  }

  private static String reason(Exception e) {
    @Nullable Throwable cause = e.getCause();
    return cause == null ? e.toString() : cause.toString();
  }
}
