package org.casebound.e2e.arch.bad.r11c.web.console;

class Thrower {
  void fail() {
    throw new RuntimeException("anything");
  }
}
