package org.casebound.fulfillment.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.fulfillment.action.ActionIntegration;
import org.casebound.fulfillment.action.FlowAction;
import org.casebound.fulfillment.config.FulfillmentLog;

/** Runs actions of the installation, outside any transaction. Whatever happens becomes an {@link Outcome}. Thread-safe. */
@ApplicationScoped
public class ActionRunner {
  @Inject @Any private Instance<FlowAction> actions;

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // code of the installation: whatever it throws is a failed try
  Outcome run(CallTask task) {
    String name = ActionIntegration.action(task.definition());
    Instance<FlowAction> found = actions.select(NamedLiteral.of(name));
    if (!found.isResolvable()) {
      return failed("ACTION_MISSING", "This installation has no action '%s'; deploy the bean of that name.".formatted(name));
    }
    try {
      return outcome(found.get().run(new FlowAction.Call(task.idempotencyKey(), task.correlationId(), task.input())));
    } catch (RuntimeException broken) {
      FulfillmentLog.LOG.attemptBroke(task.attemptId(), String.valueOf(broken.getMessage()), broken);
      return failed("ACTION_FAILED", String.valueOf(broken.getMessage()));
    }
  }

  private static Outcome outcome(FlowAction.Result result) {
    if (result instanceof FlowAction.Result.Done done) {
      return new Outcome.Done(done.reply());
    } else if (result instanceof FlowAction.Result.Refused refused) {
      return new Outcome.Rejected(refused.code(), refused.message());
    }
    FlowAction.Result.Failed failed = (FlowAction.Result.Failed) result;
    return new Outcome.Failed(Failure.TRANSIENT, failed.code(), failed.message(), failed.retryAfter());
  }

  private static Outcome failed(String code, String message) {
    return new Outcome.Failed(Failure.TRANSIENT, code, message, Optional.empty());
  }
}
