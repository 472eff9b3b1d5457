package org.casebound.fulfillment.studio;

/** Expressions that say who is meant: a queue that is named outright must exist. */
final class Addressee {
  private static final String QUEUE = "queue:";

  private Addressee() {}

  static void check(Place expression, BundleIndex index, Problems problems) {
    TextConstant.of(expression)
        .filter(text -> text.startsWith(QUEUE))
        .map(text -> text.substring(QUEUE.length()))
        .ifPresent(queue -> References.check("queue", expression, queue, index.queues().keySet(), problems));
  }
}
