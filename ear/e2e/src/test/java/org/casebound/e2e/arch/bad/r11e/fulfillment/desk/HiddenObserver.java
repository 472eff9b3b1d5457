package org.casebound.e2e.arch.bad.r11e.fulfillment.desk;

import jakarta.enterprise.event.Observes;

class HiddenObserver {
  void on(@Observes String event) {}
}
