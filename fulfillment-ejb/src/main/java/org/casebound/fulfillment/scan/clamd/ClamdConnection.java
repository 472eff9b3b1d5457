package org.casebound.fulfillment.scan.clamd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A connection for one question and its answer, with an end that holds for sending, too: a plain socket would wait for ever for a clamd that
 * takes nothing. Not thread-safe.
 */
final class ClamdConnection implements AutoCloseable {
  /** The longest answer of clamd is the name of what it found. */
  private static final int LONGEST_ANSWER = 4096;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final Duration timeout;
  private final long end;

  private ClamdConnection(SocketChannel channel, Selector selector, Duration timeout) throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.timeout = timeout;
    this.end = System.nanoTime() + timeout.toNanos();
    channel.configureBlocking(false);
    this.key = channel.register(selector, 0);
  }

  /**
   * Connects.
   *
   * @throws IOException when nobody is there, or does not take the connection in time
   */
  static ClamdConnection open(InetSocketAddress address, Duration timeout) throws IOException {
    InetSocketAddress resolved = new InetSocketAddress(address.getHostString(), address.getPort());
    if (resolved.isUnresolved()) {
      throw new UnknownHostException("there is no host of this name");
    }
    Selector selector = Selector.open();
    try {
      SocketChannel channel = SocketChannel.open();
      try {
        ClamdConnection connection = new ClamdConnection(channel, selector, timeout);
        if (!channel.connect(resolved)) {
          connection.await(SelectionKey.OP_CONNECT);
          channel.finishConnect();
        }
        return connection;
      } catch (IOException failed) {
        channel.close();
        throw failed;
      }
    } catch (IOException failed) {
      selector.close();
      throw failed;
    }
  }

  /**
   * Sends a question and reads the answer, which may come before all is sent: clamd answers at once when the document is too long for it.
   *
   * @throws IOException when the answer is late, too long or not complete
   */
  String ask(ByteBuffer[] question) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(LONGEST_ANSWER);
    int sent = 0;
    while (true) {
      await(sent < question.length ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
      if (key.isReadable()) {
        int read = channel.read(buffer.clear());
        if (read < 0) {
          throw new IOException("it closed the connection without an answer");
        }
        answer.write(buffer.array(), 0, read);
        byte[] bytes = answer.toByteArray();
        if (bytes[bytes.length - 1] == 0) {
          return new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8).strip();
        }
        if (bytes.length > LONGEST_ANSWER) {
          throw new IOException("its answer is no answer of clamd");
        }
      } else {
        channel.write(question, sent, question.length - sent);
        while (sent < question.length && !question[sent].hasRemaining()) {
          sent++;
        }
      }
    }
  }

  private void await(int operations) throws IOException {
    key.interestOps(operations);
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    selector.selectedKeys().clear();
    if (left <= 0 || selector.select(left) == 0) {
      throw new SocketTimeoutException("it did not answer within " + timeout);
    }
  }

  @Override
  public void close() throws IOException {
    try (selector) {
      channel.close();
    }
  }
}
