package org.casebound.fulfillment.scan.clamd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.fulfillment.scan.ContentScanner;
import org.casebound.fulfillment.scan.ScanResult;

/**
 * Has clamd look at a document: one connection with one {@code INSTREAM} command (manual page clamd(8)). The content goes in chunks, each
 * after its length in four bytes, the most significant first; a chunk of length zero ends it. The answer is {@code stream: OK},
 * {@code stream: <name> FOUND} or a sentence that ends with {@code ERROR}. Thread-safe.
 */
public final class ClamdScanner implements ContentScanner {
  /** With the prefix {@code z} commands and answers end with a zero byte. */
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

  private static final int CHUNK = 64 * 1024;
  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
  private static final int MOST_SHOWN = 200;

  private final InetSocketAddress address;
  private final Duration timeout;

  /** @param timeout how long connecting, sending and the answer may take together */
  public ClamdScanner(InetSocketAddress address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  @Override
  public ScanResult scan(byte[] content) {
    try (ClamdConnection connection = ClamdConnection.open(address, timeout)) {
      return read(connection.ask(message(content)));
    } catch (IOException broken) {
      return new ScanResult.NotScanned("clamd at %s: %s".formatted(address, broken.getMessage()));
    }
  }

  /** The command with the whole content, as it goes over the wire. */
  private static ByteBuffer[] message(byte[] content) {
    int chunks = (content.length + CHUNK - 1) / CHUNK;
    ByteBuffer[] message = new ByteBuffer[2 * chunks + 2];
    message[0] = ByteBuffer.wrap(COMMAND);
    for (int chunk = 0; chunk < chunks; chunk++) {
      int from = chunk * CHUNK;
      int length = Math.min(CHUNK, content.length - from);
      message[2 * chunk + 1] = length(length);
      message[2 * chunk + 2] = ByteBuffer.wrap(content, from, length);
    }
    message[message.length - 1] = length(0);
    return message;
  }

  private static ByteBuffer length(int bytes) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(bytes).flip();
  }

  private ScanResult read(String answer) {
    if (answer.equals("stream: OK")) {
      return new ScanResult.Clean();
    }
    Matcher found = FOUND.matcher(answer);
    if (found.matches()) {
      return new ScanResult.Infected(found.group(1));
    }
    String hint = answer.startsWith("INSTREAM size limit exceeded") ? "; raise its StreamMaxLength" : "";
    String shown = answer.length() > MOST_SHOWN ? answer.substring(0, MOST_SHOWN) : answer;
    return new ScanResult.NotScanned("clamd at %s answers '%s'%s".formatted(address, shown.replaceAll("\\p{Cntrl}", "?"), hint));
  }
}
