package org.casebound.fulfillment.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import jakarta.resource.cci.ConnectionFactory;
import java.util.Map;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.ConformanceLevel;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.integration.UnknownOutcomePolicy;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.action.ActionIntegration;

/**
 * Makes calls through connectors, outside any transaction. Whatever happens becomes an {@link Outcome}; a doubt is settled by
 * asking the back office where the definition allows it. Thread-safe.
 */
@ApplicationScoped
public class BackOfficeGateway {
  @Inject private ActionRunner actions;
  @Inject private Expressions expressions;
  @Inject private ConnectorLevels levels;
  @Inject private SharedCommit sharedCommit;

  /**
   * Makes the call, or runs the action, and blocks until its outcome is known or its time-out is over.
   *
   * @return never empty-handed: a connector that is missing or has no free connection is a transient failure
   */
  public Outcome make(CallTask task) {
    if (task.tries() > task.definition().retry().maxAttempts()) {
      return new Outcome.Failed(
          Failure.UNKNOWN_OUTCOME,
          OwnFailure.TRIES_USED_UP,
          "The node that called fell silent %d times.".formatted(task.tries() - 1),
          Optional.empty());
    }
    if (ActionIntegration.is(task.definition())) {
      return actions.run(task);
    }
    Map<String, Object> request;
    try {
      request = RequestMapping.apply(task.definition(), expressions, task.input());
    } catch (RuleViolation unfit) {
      return new Outcome.Failed(Failure.PERMANENT, unfit.code(), String.valueOf(unfit.getMessage()), Optional.empty());
    }
    try {
      Object factory = InitialContext.doLookup(task.definition().connector());
      try (BackOfficeConnection connection = connect(factory)) {
        return through(connection, levels.of(factory), task, request);
      }
    } catch (NamingException missing) {
      return notSent("CONNECTOR_MISSING", "No connector is bound at " + task.definition().connector() + ".");
    } catch (ResourceException unavailable) {
      return notSent(
          OwnFailure.isExhaustion(unavailable) ? OwnFailure.BUSY : "CONNECTOR_UNAVAILABLE", String.valueOf(unavailable.getMessage()));
    } catch (ClassCastException foreign) {
      return new Outcome.Failed(
          Failure.PERMANENT,
          OwnFailure.KIND,
          task.definition().connector() + " is no connection factory that Casebound can use.",
          Optional.empty());
    }
  }

  /** Asks the connector whether its back office can be reached now; blocks until it answers. Nothing is sent to it but that. */
  public ConnectorHealth health(String jndiName) {
    try (BackOfficeConnection connection = connect(InitialContext.doLookup(jndiName))) {
      Health health = connection.health();
      return new ConnectorHealth(ConnectorHealth.State.valueOf(health.state().name()), health.message());
    } catch (NamingException missing) {
      return new ConnectorHealth(ConnectorHealth.State.DOWN, "No connector is bound at " + jndiName + ".");
    } catch (ResourceException unavailable) {
      return new ConnectorHealth(ConnectorHealth.State.DOWN, String.valueOf(unavailable.getMessage()));
    } catch (ClassCastException foreign) {
      return new ConnectorHealth(ConnectorHealth.State.DOWN, jndiName + " is no connection factory that Casebound can use.");
    }
  }

  /** Whether the call belongs to the transaction that records its outcome, so that both are committed or neither. */
  public boolean sharesTransaction(CallTask task) {
    if (ActionIntegration.is(task.definition())) {
      return false;
    }
    try {
      return new InitialContext().lookup(task.definition().connector()) instanceof BackOfficeConnectionFactory factory
          && factory.sharesTransaction();
    } catch (NamingException missing) {
      return false; // the call itself says it
    }
  }

  /** Why a call that belongs to the transaction of its outcome must not be made on this server; empty when it may. */
  public Optional<Outcome> unsafe() {
    return sharedCommit.refusal().map(why -> new Outcome.Failed(Failure.PERMANENT, SharedCommit.UNSAFE, why, Optional.empty()));
  }

  private static Outcome through(
      BackOfficeConnection connection, ConformanceLevel level, CallTask task, Map<String, Object> request)
      throws ResourceException {
    IdempotencyKey key = new IdempotencyKey(task.idempotencyKey());
    if (task.verifyFirst() || task.acceptedBefore()) {
      Optional<Outcome> known = settle(connection, level, key, task);
      if (known.isPresent()) {
        return known.get();
      }
    }
    Outcome outcome =
        connection.call(
            new Call(
                task.definition().operation(), key, task.correlationId(), request, task.definition().timeout()));
    boolean doubt = outcome instanceof Outcome.Failed failed && failed.kind() == Failure.UNKNOWN_OUTCOME;
    if (doubt && task.definition().unknownOutcome() == UnknownOutcomePolicy.VERIFY && level.includes(ConformanceLevel.VERIFIABLE)) {
      return settled(connection.verify(key), outcome);
    }
    return outcome;
  }

  /**
   * Asks what became of earlier tries; empty when the call may be sent. A connector that is not known to ask rightly is not asked: its
   * "not applied" might lead to a second effect.
   */
  private static Optional<Outcome> settle(
      BackOfficeConnection connection, ConformanceLevel level, IdempotencyKey key, CallTask task) throws ResourceException {
    if (ConnectorLevels.maySendAgain(task.definition(), level) && !task.acceptedBefore()) {
      return Optional.empty();
    }
    Verification verification =
        level.includes(ConformanceLevel.VERIFIABLE) ? connection.verify(key) : new Verification.Unsupported();
    return verification instanceof Verification.NotApplied
        ? Optional.empty()
        : Optional.of(
            settled(
                verification,
                new Outcome.Failed(
                    Failure.UNKNOWN_OUTCOME,
                    OwnFailure.IN_DOUBT,
                    "An earlier try may have had its effect, and the back office can not be asked.",
                    Optional.empty())));
  }

  private static Outcome settled(Verification verification, Outcome doubtful) {
    if (verification instanceof Verification.Applied applied) {
      return applied.outcome();
    } else if (verification instanceof Verification.NotApplied) {
      return notSent("NOT_APPLIED", "The back office says that the call had no effect.");
    } else if (verification instanceof Verification.Unavailable unavailable) {
      return new Outcome.Failed(
          Failure.UNKNOWN_OUTCOME, StillInDoubt.CODE, unavailable.message(), Optional.empty());
    }
    return doubtful;
  }

  private static Outcome notSent(String code, String message) {
    return new Outcome.Failed(Failure.TRANSIENT, code, message, Optional.empty());
  }

  /** @throws ClassCastException when it is the connection factory of something else */
  static BackOfficeConnection connect(Object factory) throws ResourceException {
    return factory instanceof ConnectionFactory plain
        ? new CciConnection(plain)
        : ((BackOfficeConnectionFactory) factory).getConnection();
  }
}
