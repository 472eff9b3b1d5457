package org.casebound.bundles;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The API of the server. Redirects are not followed: credentials go nowhere else. */
final class Server {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI root;
  private final Optional<String> authorization;

  Server(URI root, Optional<String> authorization) {
    this.root = root;
    this.authorization = authorization;
  }

  /** The header that says who calls: of a token, or of a name and a password. */
  static Optional<String> authorization(Map<String, String> environment) {
    String token = environment.get("CASEBOUND_TOKEN");
    if (token != null) {
      return Optional.of("Bearer " + token);
    }
    String user = environment.get("CASEBOUND_USER");
    String credentials = user + ":" + environment.getOrDefault("CASEBOUND_PASSWORD", "");
    return Optional.ofNullable(user)
        .map(known -> "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The answer to a GET.
   *
   * @throws CommandFailure when there is none, or another status than 200
   */
  byte[] get(String path) {
    return answer(request(path).GET().build());
  }

  /** The answer to a POST of a file. */
  byte[] post(String path, String mediaType, byte[] file) {
    return answer(
        request(path).header("Content-Type", mediaType).POST(HttpRequest.BodyPublishers.ofByteArray(file)).build());
  }

  /** A value in a query. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + "/api/v1" + path)).timeout(ANSWER);
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private byte[] answer(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() == 200) {
        return response.body();
      }
      throw new CommandFailure(code(response.statusCode()), Report.problem(response.statusCode(), response.body()));
    } catch (IOException lost) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, "%s does not answer: %s".formatted(root, lost));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.UNAVAILABLE, "Stopped while waiting for " + root);
    }
  }

  private static ExitCode code(int status) {
    return switch (status) {
      case 401, 403 -> ExitCode.FORBIDDEN;
      case 400, 404, 409, 413, 415, 422 -> ExitCode.REFUSED;
      default -> ExitCode.UNAVAILABLE;
    };
  }
}
