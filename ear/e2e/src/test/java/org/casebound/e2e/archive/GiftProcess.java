package org.casebound.e2e.archive;

import java.util.Locale;
import java.util.UUID;

/**
 * A process of its own for a test, worked by hand from one queue.
 *
 * @param name unique in this run
 * @param queue that it is worked from
 */
record GiftProcess(String name, String queue) {
  /** One whose queue every demo server has. */
  static GiftProcess known() {
    return new GiftProcess(unique(), "front_office");
  }

  /** One whose queue no server has. */
  static GiftProcess strange() {
    String name = unique();
    return new GiftProcess(name, "queue_" + name.toLowerCase(Locale.ROOT));
  }

  private static String unique() {
    return "Gift_" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Its bundle, with a comment. */
  String bundle(int version) {
    return """
        # Gifts – ask first.
        bundle: casebound/1
        process:
          name: %s
          version: %d
          label: Send a gift
          usageType: CustomerService
          category: Gifts
          queue: %s            # who packs
          attributes:
            - name: wish
              type: Text
              required: true
        queues:
          - name: %s
            label: Packers
        """
        .formatted(name, version, queue, queue);
  }

  /** Its name in an archive. */
  String entry(int version) {
    return name + "-" + version;
  }

  String versions() {
    return "/api/v1/studio/processes/" + name + "/versions";
  }
}
