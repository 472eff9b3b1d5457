package org.casebound.e2e.arch.bad.r11a.web.console;

class Printer {
  void print() {
    System.out.println();
  }
}
