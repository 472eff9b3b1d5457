package org.casebound.e2e.arch.bad.r11b.web.console;

import java.util.logging.Logger;

class OtherLog {
  private static final Logger LOG = Logger.getLogger("any");

  void log() {
    LOG.info("any");
  }
}
