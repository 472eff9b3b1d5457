package org.casebound.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds port offsets for servers under test. Thread-safe: each offset is handed out once, and stays reserved while this JVM lives,
 * also while its server is killed, so that tests of another checkout on the same machine never meet ours.
 */
final class Ports {

  static final int HTTP = 8080;
  static final int ACKNOWLEDGEMENTS = 8090;
  static final int MANAGEMENT = 9990;

  /** Every port that a server with Casebound opens, before the offset. */
  private static final int[] USED = {HTTP, ACKNOWLEDGEMENTS, 8443, MANAGEMENT, 9993, 4712, 4713};

  /** A port that no server opens; whoever listens on it has reserved the offset. */
  private static final int GUARD = 9999;

  private static final int STEP = 20;
  private static final int LAST = 20_000;

  private static final List<ServerSocket> RESERVED = new ArrayList<>();

  private static int next = Settings.number("casebound.e2e.port.offset", 1000);

  private Ports() {}

  /** The next offset whose ports are all free now. */
  static synchronized int freeOffset() {
    while (next < LAST) {
      int candidate = next;
      next += STEP;
      if (reserve(candidate) && free(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("No free port offset for a server under test below " + LAST);
  }

  private static boolean reserve(int offset) {
    try {
      RESERVED.add(new ServerSocket(GUARD + offset, 1, InetAddress.getLoopbackAddress()));
      return true;
    } catch (IOException reservedByOthers) {
      return false;
    }
  }

  private static boolean free(int offset) {
    for (int port : USED) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port + offset));
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
