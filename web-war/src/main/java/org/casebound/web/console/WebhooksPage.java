package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.webhook.WebhookDesk;
import org.casebound.fulfillment.webhook.WebhookView;

/** The receivers outside that are told events, and how they do. */
@Named
@RequestScoped
public class WebhooksPage {
  @Inject private WebhookDesk desk;
  @Inject private Notices notices;

  private List<WebhookView> items = List.of();

  /** Reads the list. */
  public void open() {
    notices.read(desk::all).ifPresent(found -> items = found);
  }

  public List<WebhookView> getItems() {
    return items;
  }
}
