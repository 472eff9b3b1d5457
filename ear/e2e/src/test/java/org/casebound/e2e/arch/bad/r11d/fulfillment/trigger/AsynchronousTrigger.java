package org.casebound.e2e.arch.bad.r11d.fulfillment.trigger;

import jakarta.enterprise.event.Event;

class AsynchronousTrigger {
  void tell(Event<String> event) {
    event.fireAsync("lost");
  }
}
