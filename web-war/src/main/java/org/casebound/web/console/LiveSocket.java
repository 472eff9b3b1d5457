package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The socket of open pages; see {@link LiveChannel} for what it says. It takes no message. Who may open it stands in {@code web.xml}. */
@ServerEndpoint("/live")
public class LiveSocket {
  @Inject private LiveChannel channel;

  @OnOpen
  public void open(Session session) {
    channel.join(session);
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
