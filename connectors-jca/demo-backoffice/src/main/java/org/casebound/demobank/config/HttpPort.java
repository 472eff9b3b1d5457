package org.casebound.demobank.config;

import java.lang.management.ManagementFactory;
import java.util.OptionalInt;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The port that this server listens on for HTTP, offset included; known once the server has started. */
final class HttpPort {
  private static final String BINDING = "jboss.as:socket-binding-group=standard-sockets,socket-binding=http";

  private HttpPort() {}

  /** Empty when the server does not tell. */
  static OptionalInt bound() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      Object port = server.getAttribute(new ObjectName(BINDING), "boundPort");
      return port instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (JMException e) {
      return OptionalInt.empty();
    }
  }
}
