package org.casebound.fulfillment.scan.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.casebound.fulfillment.scan.ScanResult;
import org.casebound.fulfillment.scan.ScanResult.NotScanned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ClamdScannerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final byte[] SMALL = "a letter".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, 65_537, 1_000_000})
  void sendsTheWholeDocumentInChunksAndReadsThatItIsClean(int length) throws IOException, InterruptedException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(1);
    assertThat(ask(content, PATIENCE, (connection, in) -> {
      received.add(stream(in));
      connection.getOutputStream().write(bytes("stream: OK\0"));
    })).isEqualTo(new ScanResult.Clean());
    assertThat(received.take()).isEqualTo(content);
  }

  @Test
  void readsTheNameOfWhatWasFoundEvenInPieces() throws IOException {
    assertThat(ask(SMALL, PATIENCE, (connection, in) -> {
      stream(in);
      connection.getOutputStream().write(bytes("stream: Win.Test.EIC"));
      connection.getOutputStream().flush();
      connection.getOutputStream().write(bytes("AR_HDB-1 FOUND\0"));
    })).isEqualTo(new ScanResult.Infected("Win.Test.EICAR_HDB-1"));
  }

  @Test
  void readsThatADocumentIsTooLongWhileItStillSends() throws IOException {
    ScanResult result = ask(new byte[32_000_000], PATIENCE, (connection, in) -> {
      in.readNBytes("zINSTREAM\0".length() + 4 + 1000);
      connection.getOutputStream().write(bytes("INSTREAM size limit exceeded. ERROR\0"));
    });
    assertThat(reason(result)).contains("INSTREAM size limit exceeded. ERROR", "raise its StreamMaxLength");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream: Heuristics.Broken ERROR\0", "UNKNOWN COMMAND\0", "HTTP/1.1 400 Bad Request\r\n\r\n\0", "stream: OK FOUND or not\0", "\0"})
  void takesNoOtherAnswerForClean(String answer) throws IOException {
    assertThat(reason(ask(SMALL, PATIENCE, (connection, in) -> {
      stream(in);
      connection.getOutputStream().write(bytes(answer));
    }))).contains("answers '").doesNotContain("\r", "\n");
  }

  @Test
  void doesNotReadAnswersWithoutEnd() throws IOException {
    assertThat(reason(ask(SMALL, PATIENCE, (connection, in) -> {
      stream(in);
      connection.getOutputStream().write(bytes("stream: OK ".repeat(100_000)));
    }))).endsWith("its answer is no answer of clamd");
  }

  @Test
  void takesAClosedConnectionForNoAnswer() throws IOException {
    assertThat(reason(ask(SMALL, PATIENCE, (connection, in) -> {
      stream(in);
      connection.close();
    }))).endsWith("it closed the connection without an answer");
  }

  @Test
  void doesNotWaitForEverForAnAnswer() throws IOException {
    ScanResult result = ask(SMALL, Duration.ofMillis(300), (connection, in) -> stream(in));
    assertThat(reason(result)).endsWith("it did not answer within PT0.3S");
  }

  @Test
  void doesNotWaitForEverForAClamdThatTakesNothing() throws IOException {
    ScanResult result = ask(new byte[64_000_000], Duration.ofMillis(500), (connection, in) -> {});
    assertThat(reason(result)).endsWith("it did not answer within PT0.5S");
  }

  @Test
  void saysWhereNobodyIs() throws IOException {
    InetSocketAddress nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = InetSocketAddress.createUnresolved("localhost", closed.getLocalPort());
    }
    assertThat(reason(new ClamdScanner(nobody, PATIENCE).scan(SMALL))).contains("localhost", String.valueOf(nobody.getPort()));
    assertThat(reason(new ClamdScanner(InetSocketAddress.createUnresolved("clamd.invalid", 3310), PATIENCE).scan(SMALL))).contains("clamd.invalid");
  }

  private static ScanResult ask(byte[] content, Duration timeout, ScriptedClamd.Script script) throws IOException {
    try (ScriptedClamd clamd = new ScriptedClamd(script)) {
      return new ClamdScanner(clamd.address(), timeout).scan(content);
    }
  }

  private static String reason(ScanResult result) {
    return assertThat(result).asInstanceOf(InstanceOfAssertFactories.type(NotScanned.class)).actual().reason();
  }

  /** The content of an INSTREAM command. */
  private static byte[] stream(DataInputStream in) throws IOException {
    assertThat(in.readNBytes("zINSTREAM\0".length())).isEqualTo(bytes("zINSTREAM\0"));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      content.write(in.readNBytes(length));
    }
    return content.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
