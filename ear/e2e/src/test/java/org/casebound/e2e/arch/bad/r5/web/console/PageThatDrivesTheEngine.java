package org.casebound.e2e.arch.bad.r5.web.console;

import org.casebound.e2e.arch.bad.r5.fulfillment.engine.SomeEngine;

class PageThatDrivesTheEngine {
  private SomeEngine engine;
}
