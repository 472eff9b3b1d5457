package org.casebound.fulfillment.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.integration.WebhookEvent;
import org.casebound.domain.integration.WebhookTerms;

/**
 * This node's copy of what webhooks want: asking costs no statement. The truth is the database; the copy is at most as old as the pause between
 * two looks at it. Thread-safe.
 */
@ApplicationScoped
public class Webhooks {
  @Inject private WebhookRegister register;

  private volatile List<Known> known = List.of();

  /** A webhook as this node knows it. */
  record Known(String name, WebhookTerms terms) {}

  /** Takes in what the database says; called by the look for due work, and when a person changes something on this node. */
  public void refresh() {
    known = register.known();
  }

  /** Whether there is any. */
  boolean any() {
    return !known.isEmpty();
  }

  /** Names of those that want to be told. */
  List<String> wanting(WebhookEvent event, String process) {
    List<Known> all = known;
    return all.isEmpty() ? List.of() : all.stream().filter(each -> each.terms().want(event, process)).map(Known::name).toList();
  }
}
