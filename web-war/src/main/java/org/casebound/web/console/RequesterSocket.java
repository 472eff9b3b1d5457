package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The socket of pages of people who only file requests: it tells of their own cases, and nothing of what else goes on. It takes no message. */
@ServerEndpoint("/live/own")
public class RequesterSocket {
  @Inject private LiveChannel channel;

  @OnOpen
  public void open(Session session) {
    channel.joinRequester(session);
  }

  @OnClose
  public void close(Session session) {
    channel.leave(session);
  }

  /** A broken connection is none; the page opens another one. */
  @OnError
  public void fail(Session session, Throwable why) {
    channel.leave(session);
  }
}
