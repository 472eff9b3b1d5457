package org.casebound.fulfillment.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.casebound.connector.api.Conformance;
import org.casebound.connector.api.ConformanceLevel;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.UnknownOutcomePolicy;
import org.casebound.fulfillment.action.ActionIntegration;

/**
 * What connectors state about themselves, and so whether a call that failed may be made again by itself. A connector that states nothing,
 * such as any vendor's, is trusted with nothing. Thread-safe.
 */
@ApplicationScoped
public class ConnectorLevels {
  /** Codes of failures of which this node knows itself that nothing was sent. */
  private static final Set<String> NOT_SENT = Set.of("CONNECTOR_MISSING", "CONNECTOR_UNAVAILABLE", OwnFailure.BUSY);

  /** A connector that is deployed anew has another class. */
  private final Map<Class<?>, Conformance> stated = Collections.synchronizedMap(new WeakHashMap<>());

  /** What the connector behind a connection factory states. */
  ConformanceLevel of(Object factory) {
    return stated(factory).level();
  }

  private Conformance stated(Object factory) {
    return stated.computeIfAbsent(factory.getClass(), type -> Conformance.of(factory));
  }

  /** The level of the connector that is bound under the name; that of one that states nothing when there is none. */
  public String name(String jndiName) {
    return bound(jndiName).level().name();
  }

  /** The version of the contract that the connector's level was tested against; 0 when it states nothing or there is none. */
  public int contract(String jndiName) {
    return bound(jndiName).contract();
  }

  private Conformance bound(String jndiName) {
    try {
      return stated(InitialContext.<Object>doLookup(jndiName));
    } catch (NamingException missing) {
      return Conformance.NONE;
    }
  }

  /**
   * Whether the call may be made again by itself.
   *
   * <p>After a transient failure the connector must be known to be honest; after an unknown outcome the back office must be asked, which the
   * connector must be known to do rightly, or the definition must say that it honours keys, which the connector must be known to pass on.
   */
  public boolean mayRepeat(IntegrationDefinition definition, Outcome.Failed failed) {
    return mayRepeat(definition, failed, level(definition));
  }

  static boolean mayRepeat(IntegrationDefinition definition, Outcome.Failed failed, ConformanceLevel level) {
    return switch (failed.kind()) {
      case PERMANENT -> false;
      case TRANSIENT -> NOT_SENT.contains(failed.code()) || level.includes(ConformanceLevel.HONEST);
      case UNKNOWN_OUTCOME ->
          failed.code().equals(StillInDoubt.CODE)
              ? level.includes(ConformanceLevel.VERIFIABLE)
              : maySendAgain(definition, level);
    };
  }

  /** Actions of the installation promise to be repeatable. */
  private ConformanceLevel level(IntegrationDefinition definition) {
    return ActionIntegration.is(definition) ? ConformanceLevel.REPEATABLE : bound(definition.connector()).level();
  }

  /** What to add to a failure that is not repeated because of what is known of the connector; empty text when that is not the reason. */
  public String whyNoRepeat(IntegrationDefinition definition, Outcome.Failed failed) {
    ConformanceLevel level = level(definition);
    if (failed.kind() == Failure.TRANSIENT && !level.includes(ConformanceLevel.HONEST)) {
      return " The connector's level is %s, so no call is repeated by itself.".formatted(level);
    } else if (failed.kind() != Failure.UNKNOWN_OUTCOME) {
      return "";
    }
    boolean asking = definition.unknownOutcome() == UnknownOutcomePolicy.VERIFY && !level.includes(ConformanceLevel.VERIFIABLE);
    boolean sending = definition.unknownOutcome() == UnknownOutcomePolicy.RESEND && !level.includes(ConformanceLevel.REPEATABLE);
    return asking || sending
        ? " The connector's level is %s, so nobody but a person can settle the doubt.".formatted(level)
        : "";
  }

  /** Whether a call in doubt may be sent again with its key, without asking. */
  static boolean maySendAgain(IntegrationDefinition definition, ConformanceLevel level) {
    return definition.unknownOutcome() == UnknownOutcomePolicy.RESEND && level.includes(ConformanceLevel.REPEATABLE);
  }
}
