package org.casebound.web.console;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The socket of pages of people who work here. */
@ServerEndpoint("/live")
public class LiveSocket extends PageSocket {
  @OnOpen
  public void open(Session session) {
    channel().join(session);
  }
}
