package org.casebound.fulfillment.webhook;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.integration.WebhookEvent;
import org.casebound.domain.integration.WebhookTerms;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.integration.WebhookGate;

/** Where webhooks are looked at, made, changed, paused and deleted. Runs without a transaction, because the name service is asked for addresses. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookDesk {
  @Inject private WebhookRegister register;
  @Inject private WebhookGate gate;
  @Inject private Webhooks webhooks;
  @Resource private SessionContext context;

  /**
   * What a webhook is to tell, as a caller says it.
   *
   * @param events types of events
   * @param processes names of processes; of all when empty
   */
  public record Wish(String url, Collection<String> events, Collection<String> processes) {}

  /** All of them by name; at most 50. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<WebhookView> all() {
    return register.all();
  }

  /** @throws UnknownRecord when there is none of that name */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public WebhookView get(String name) {
    return register.get(name);
  }

  /**
   * Makes one that is active at once; other nodes know it a few seconds later.
   *
   * @throws RuleViolation HOOK-001 to HOOK-004 for a bad name, address, event or process, HOOK-006 for a name in use, HOOK-007 when there are as
   *     many as may be, HOOK-008 for an address that must not be called
   */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public WebhookView add(String name, Wish wish) {
    register.add(name, terms(wish), Caller.of(context).name());
    return seen(name);
  }

  /**
   * Changes what it tells, and where; what was written before goes to the new address, too.
   *
   * @throws RuleViolation HOOK-002 to HOOK-004 and HOOK-008 as for a new one, HOOK-005 when it changed since the caller read it
   */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public WebhookView change(String name, Wish wish, int version) {
    register.change(name, terms(wish), version, Caller.of(context).name());
    return seen(name);
  }

  /**
   * Sends nothing any more; events are kept.
   *
   * @throws RuleViolation HOOK-010 without a reason
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public WebhookView pause(String name, String reason) {
    if (reason.isBlank()) {
      throw new RuleViolation("HOOK-010", "Say in a few words why.");
    }
    register.pause(name, reason.strip(), Caller.of(context).name());
    return seen(name);
  }

  /** Sends what was kept, and what comes. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public WebhookView resume(String name) {
    register.resume(name, Caller.of(context).name());
    return seen(name);
  }

  /** Forgets it with all that it was and is to be told. */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public void delete(String name) {
    register.remove(name, Caller.of(context).name());
    webhooks.refresh();
  }

  /** This node knows the change at once. */
  private WebhookView seen(String name) {
    webhooks.refresh();
    return register.get(name);
  }

  private WebhookTerms terms(Wish wish) {
    Set<WebhookEvent> events = wish.events().stream().map(WebhookDesk::event).collect(Collectors.toSet());
    WebhookTerms terms = new WebhookTerms(wish.url(), events, Set.copyOf(wish.processes()));
    gate.refusal(terms.address())
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    return terms;
  }

  private static WebhookEvent event(String type) {
    return WebhookEvent.ofType(type).orElseThrow(() -> new RuleViolation("HOOK-003", "There is no event '%s'; see the catalog.".formatted(type)));
  }
}
