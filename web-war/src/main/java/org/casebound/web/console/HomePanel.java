package org.casebound.web.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** A part of the start page that can be had as a file, and whose business it is. */
enum HomePanel {
  WORK(Visitor::isAgent),
  DEPTH(Visitor::isLead),
  LOAD(Visitor::isLead),
  PROMISES(Visitor::isLead),
  OPS(Visitor::isOperator),
  CAUSES(Visitor::isOperator),
  CONNECTORS(Visitor::isOperator),
  TIMES(Visitor::isProcessOwner);

  private final Predicate<Visitor> readers;

  HomePanel(Predicate<Visitor> readers) {
    this.readers = readers;
  }

  /** The panel that an address calls so. */
  static Optional<HomePanel> called(String name) {
    return Arrays.stream(values()).filter(panel -> panel.inAddress().equals(name)).findFirst();
  }

  /** What addresses and files call it. */
  String inAddress() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isFor(Visitor visitor) {
    return readers.test(visitor);
  }
}
