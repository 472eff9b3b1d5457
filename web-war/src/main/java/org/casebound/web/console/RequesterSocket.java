package org.casebound.web.console;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The socket of pages of people who only file requests: it tells of their own cases, and nothing of what else goes on. */
@ServerEndpoint("/live/own")
public class RequesterSocket extends PageSocket {
  @OnOpen
  public void open(Session session) {
    channel().joinRequester(session);
  }
}
