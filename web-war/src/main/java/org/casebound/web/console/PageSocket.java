package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.Session;

/** The socket of an open page; see {@link LiveChannel} for what it says. It takes no message. Who may open it stands in {@code web.xml}. */
abstract class PageSocket {
  @Inject private LiveChannel channel;

  LiveChannel channel() {
    return channel;
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
