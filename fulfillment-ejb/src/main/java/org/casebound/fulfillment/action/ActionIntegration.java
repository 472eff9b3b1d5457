package org.casebound.fulfillment.action;

import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.IntegrationMode;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.domain.integration.UnknownOutcomePolicy;

/** An action as if it were an integration: it is tried, kept in the ledger and retried like a call to a back office. */
public final class ActionIntegration {
  private static final String PREFIX = "action:";

  private ActionIntegration() {}

  /** The decision as a call. */
  public static Decision.CallPlaced callOf(Decision.ActionPlaced placed) {
    return new Decision.CallPlaced(
        placed.step(), placed.position(), placed.element(), PREFIX + placed.action(), placed.input());
  }

  /** Whether what is called is an action. */
  public static boolean is(IntegrationDefinition definition) {
    return definition.connector().startsWith(PREFIX);
  }

  /** Name of the bean. */
  public static String action(IntegrationDefinition definition) {
    return definition.operation();
  }

  /** The integration of that name, or the action. */
  public static Optional<IntegrationDefinition> find(ProcessBundle bundle, String name) {
    return name.startsWith(PREFIX)
        ? Optional.of(of(name, name.substring(PREFIX.length())))
        : bundle.integration(name);
  }

  private static IntegrationDefinition of(String name, String action) {
    return new IntegrationDefinition(
        name,
        action,
        name,
        action,
        IntegrationMode.SERVICE,
        List.of(),
        List.of(),
        List.of(),
        IntegrationDefinition.DEFAULT_TIMEOUT,
        IntegrationDefinition.DEFAULT_ACKNOWLEDGEMENT_TIMEOUT,
        RetryPolicy.DEFAULT,
        UnknownOutcomePolicy.RESEND,
        PayloadLog.OFF,
        true,
        Optional.empty());
  }
}
