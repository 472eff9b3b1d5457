package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.casebound.fulfillment.webhook.EventDesk;
import org.casebound.fulfillment.webhook.EventType;

/** The catalog of events that webhooks are told. */
@Named
@RequestScoped
public class EventsPage {
  @Inject private EventDesk desk;
  @Inject private Notices notices;

  private List<EventType> items = List.of();

  /** Reads the catalog. */
  public void open() {
    notices.read(desk::all).ifPresent(found -> items = found);
  }

  /** A schema or a sample, as people read JSON. */
  public String json(Map<String, Object> part) {
    return JsonText.of(part);
  }

  public List<EventType> getItems() {
    return items;
  }
}
