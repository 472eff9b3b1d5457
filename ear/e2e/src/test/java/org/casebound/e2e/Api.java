package org.casebound.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tiny HTTP client for tests: immutable, thread-safe; paths are relative to its root. Objects are sent as JSON, strings and bytes
 * as they are. Redirects are not followed. A call fails with {@link UncheckedIOException} when there is no answer within 60 s.
 */
public final class Api {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI root;
  private final Map<String, String> headers;

  private Api(URI root, Map<String, String> headers) {
    this.root = root;
    this.headers = headers;
  }

  /** A client without credentials. */
  public static Api of(URI root) {
    return new Api(root, Map.of("Accept", "*/*"));
  }

  /** The same client with a user's name and password (HTTP Basic). */
  public Api as(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  /** The same client, sending one more header (or another value of it) with each call. */
  public Api with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(root, Map.copyOf(more));
  }

  public Reply get(String path) {
    return call("GET", path, HttpRequest.BodyPublishers.noBody());
  }

  /** The items of all pages of a list, which may be long: other tests have added to it. */
  public List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      String page = path + (path.contains("?") ? "&" : "?") + "size=100" + cursor;
      JsonNode found = get(page).expect(200).json();
      found.path("items").forEach(items::add);
      cursor = found.hasNonNull("next") ? "&cursor=" + found.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  public Reply delete(String path) {
    return call("DELETE", path, HttpRequest.BodyPublishers.noBody());
  }

  public Reply post(String path, Object body) {
    return send("POST", path, body);
  }

  public Reply put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Reply patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  /** Any method with a body: JSON unless a Content-Type was set by {@link #with}. */
  public Reply send(String method, String path, Object body) {
    Api typed = headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
    return typed.call(method, path, publisher(body));
  }

  /**
   * The bytes of a file.
   *
   * @throws AssertionError when the status is not 200
   */
  public byte[] download(String path) {
    HttpResponse<byte[]> response = exchange("GET", path, HttpRequest.BodyPublishers.noBody(), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AssertionError("Status of " + path + " is " + response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body();
  }

  private static HttpRequest.BodyPublisher publisher(Object body) {
    if (body instanceof byte[] bytes) {
      return HttpRequest.BodyPublishers.ofByteArray(bytes);
    }
    try {
      return HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply call(String method, String path, HttpRequest.BodyPublisher body) {
    HttpResponse<String> response = exchange(method, path, body, HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  private <T> HttpResponse<T> exchange(
      String method, String path, HttpRequest.BodyPublisher body, HttpResponse.BodyHandler<T> handler) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60)).method(method, body);
    headers.forEach(request::header);
    try {
      return CLIENT.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + root + path + " got no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in " + method + " " + path, e);
    }
  }
}
