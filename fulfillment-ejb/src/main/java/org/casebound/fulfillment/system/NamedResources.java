package org.casebound.fulfillment.system;

import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What the server offers under a JNDI name: the mail session, and the connection factory of message queues. Nothing is connected. */
final class NamedResources {
  private static final String MESSAGES = "java:/JmsXA";

  private NamedResources() {}

  /** @param mailSession JNDI name of the mail session that is configured */
  static List<SystemLine> lines(Optional<String> mailSession) {
    SystemLine mail =
        mailSession
            .map(name -> SystemLine.of(isThere(name) ? Finding.MAIL_READY : Finding.MAIL_MISSING, name))
            .orElseGet(() -> SystemLine.of(Finding.MAIL_NONE));
    SystemLine messages = isThere(MESSAGES) ? SystemLine.of(Finding.MESSAGES_READY, MESSAGES) : SystemLine.of(Finding.MESSAGES_NONE);
    return List.of(mail, messages);
  }

  private static boolean isThere(String name) {
    try {
      return InitialContext.<Object>doLookup(name) != null;
    } catch (NamingException missing) {
      return false;
    }
  }
}
