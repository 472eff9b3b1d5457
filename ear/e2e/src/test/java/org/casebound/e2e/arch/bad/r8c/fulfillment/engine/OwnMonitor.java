package org.casebound.e2e.arch.bad.r8c.fulfillment.engine;

class OwnMonitor {
  synchronized void work() {}
}
