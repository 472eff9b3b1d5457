package org.casebound.e2e.hold;

import java.util.List;

/** The secrets of {@link SmallServer}: each is told to the server in one place, and may show up nowhere else. */
final class Secrets {
  static final String DATABASE = "dAt4base-s3cret-7171";

  /** The demo configuration's. */
  static final String WEBHOOK = "whsec_ZGVtby1iYW5rLXdlYmhvb2stc2VjcmV0LTI0Yg==";

  /** In a credential store. */
  static final String STORED = "st0red-s3cret-8282";

  /** Of a connector's login, as an operator sets it. */
  static final String LOGIN = "l0gin-s3cret-9393";

  /** What somebody types who mistakes the password. */
  static final String MISTYPED = "m1styped-s3cret-4545";

  private Secrets() {}

  static List<String> all() {
    return List.of(DATABASE, WEBHOOK.substring("whsec_".length()), STORED, LOGIN, MISTYPED, "colleague-demo", "0pens-the-st0re");
  }
}
