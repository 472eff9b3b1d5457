package org.casebound.bench.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports for the server that nobody else uses. */
final class PortOffset {
  private static final int[] USED = {WildFly.HTTP, WildFly.ACKNOWLEDGEMENTS, WildFly.MANAGEMENT, 8443, 4712, 4713};
  private static final int FIRST = 21_000;
  private static final int LAST = 30_000;
  private static final int STEP = 20;

  private PortOffset() {}

  static int free() {
    for (int offset = FIRST; offset < LAST; offset += STEP) {
      if (isFree(offset)) {
        return offset;
      }
    }
    throw new IllegalStateException("No free ports for the server between offsets " + FIRST + " and " + LAST);
  }

  private static boolean isFree(int offset) {
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
