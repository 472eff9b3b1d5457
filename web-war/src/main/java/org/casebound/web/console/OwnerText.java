package org.casebound.web.console;

import java.util.List;
import org.casebound.domain.cases.Owner;
import org.casebound.fulfillment.desk.WorkItemDesk.QueueCount;

/** Who answers for a case, in words. */
final class OwnerText {
  private OwnerText() {}

  static String of(Texts texts, Owner owner, String visitor, List<QueueCount> queues) {
    if (owner.kind() == Owner.Kind.USER) {
      return owner.name().equals(visitor) ? texts.of("owner.you") : owner.name();
    }
    return texts.of("owner.queue", queue(owner.name(), queues));
  }

  /** What people call a queue; one that this visitor may not list is called by its name, made readable. */
  static String queue(String name, List<QueueCount> queues) {
    return queues.stream().filter(q -> q.name().equals(name)).map(QueueCount::label).findFirst().orElseGet(() -> readable(name));
  }

  private static String readable(String name) {
    String words = name.replace('_', ' ').strip();
    return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
