package org.casebound.bench.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls over kept connections. {@link HttpURLConnection} costs about a third of the CPU of the JDK's newer client. Thread-safe: each
 * thread that calls at the same time gets a connection of its own (system property {@code http.maxConnections}, see bench/run).
 *
 * @param root address without a slash at the end
 * @param headers sent with every call
 */
public record Caller(String root, Map<String, String> headers) {
  private static final int PATIENCE_MILLIS = 60_000;

  /** A caller without credentials. */
  public static Caller of(String root) {
    return new Caller(root, Map.of("Accept", "application/json"));
  }

  /** The same, with one more header. */
  public Caller with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Caller(root, Map.copyOf(more));
  }

  /** The same, as a user of the demo's configuration. */
  public Caller as(String user) {
    String credentials = user + ":" + user + "-demo";
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * One call.
   *
   * @param body JSON; an empty one is not sent
   * @throws UncheckedIOException when there is no answer
   */
  public Answer call(String method, String path, String body) {
    try {
      HttpURLConnection call = (HttpURLConnection) URI.create(root + path).toURL().openConnection();
      call.setRequestMethod(method);
      call.setConnectTimeout(PATIENCE_MILLIS);
      call.setReadTimeout(PATIENCE_MILLIS);
      headers.forEach(call::setRequestProperty);
      if (!"GET".equals(method)) {
        send(call, body.getBytes(StandardCharsets.UTF_8));
      }
      return read(call);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + root + path + " got no answer: " + e, e);
    }
  }

  private static void send(HttpURLConnection call, byte[] bytes) throws IOException {
    call.setDoOutput(true);
    call.setFixedLengthStreamingMode(bytes.length);
    call.setRequestProperty("Content-Type", "application/json");
    try (OutputStream out = call.getOutputStream()) {
      out.write(bytes);
    }
  }

  private static Answer read(HttpURLConnection call) throws IOException {
    int status = call.getResponseCode();
    try (InputStream in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
      return new Answer(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
