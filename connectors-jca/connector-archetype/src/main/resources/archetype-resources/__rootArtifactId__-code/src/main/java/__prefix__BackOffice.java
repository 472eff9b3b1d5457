package ${package};

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.JsonTree;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.ValueType;
import org.casebound.connector.api.Verification;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.base.Reply;

/** The fee desk of a bank. It knows one operation, {@code REVERSE_FEE}, with the input {@code fee}. */
final class ${prefix}BackOffice implements BackOffice {
  static final String OPERATION = "REVERSE_FEE";

  private static final Duration CONNECT_TIME = Duration.ofSeconds(2);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIME).build();
  private final URI address;
  private final Credentials credentials;
  private final Duration questionTime;

  ${prefix}BackOffice(URI address, Credentials credentials, Duration questionTime) {
    this.address = address;
    this.credentials = credentials;
    this.questionTime = questionTime;
  }

  /**
   * What the one operation takes and gives. Those who design processes are told of mistakes by it.
   *
   * @throws IllegalArgumentException when it is another one
   */
  static Operation describe(String operation) {
    if (!operation.equals(OPERATION)) {
      throw new IllegalArgumentException("The fee desk knows one operation, " + OPERATION + ".");
    }
    return new Operation(Shape.of(new Shape.Member("fee", Set.of(ValueType.TEXT), true)), Shape.ANY);
  }

  @Override
  public Reply<Outcome> call(Call call, PointOfNoReturn point) {
    if (!call.operation().equals(OPERATION) || call.input().size() > 1 || !(call.input().get("fee") instanceof String fee)) {
      return Reply.failed(Failure.PERMANENT, "OPERATION_INVALID", "REVERSE_FEE needs the text fee; there is nothing else.");
    }
    HttpRequest request = request("/fees/" + URLEncoder.encode(fee, StandardCharsets.UTF_8) + "/reverse", call.timeout())
        .header("Idempotency-Key", call.key().value())
        .POST(HttpRequest.BodyPublishers.noBody())
        .build();
    // Whoever waits may have gone; from here on nobody can say any more that nothing was sent.
    if (!point.pass()) {
      return Reply.failed(Failure.TRANSIENT, "TOO_LATE", "The time was over before the request was sent.");
    }
    try {
      return Reply.of(outcome(client.send(request, HttpResponse.BodyHandlers.ofString())));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return Reply.brokenBy(Failure.TRANSIENT, "UNREACHABLE", "There was no connection; nothing was sent.");
    } catch (IOException e) {
      return Reply.brokenBy(Failure.UNKNOWN_OUTCOME, "CONNECTION_LOST", "The connection broke before the answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.brokenBy(Failure.UNKNOWN_OUTCOME, "INTERRUPTED", "The call was interrupted.");
    }
  }

  /** Says that nothing was done only where the bank says so; what is not understood is a doubt. */
  private static Outcome outcome(HttpResponse<String> answer) {
    Optional<Map<String, Object>> body = json(answer);
    return switch (answer.statusCode()) {
      case 200 -> body.<Outcome>map(Outcome.Done::new).orElseGet(() -> failed(Failure.UNKNOWN_OUTCOME, answer));
      case 401, 403 -> failed(Failure.PERMANENT, answer);
      case 429, 503 -> failed(Failure.TRANSIENT, answer);
      case 404, 409, 422 -> body.<Outcome>map(${prefix}BackOffice::rejected).orElseGet(() -> failed(Failure.PERMANENT, answer));
      default -> failed(Failure.UNKNOWN_OUTCOME, answer);
    };
  }

  private static Outcome rejected(Map<String, Object> problem) {
    return new Outcome.Rejected(
        String.valueOf(problem.getOrDefault("code", "REFUSED")), String.valueOf(problem.getOrDefault("detail", "")));
  }

  private static Outcome failed(Failure kind, HttpResponse<String> answer) {
    return new Outcome.Failed(
        kind, "HTTP_" + answer.statusCode(), "The bank answered " + answer.statusCode() + ".", Optional.empty());
  }

  @Override
  public Reply<Verification> verify(IdempotencyKey key) {
    try {
      HttpResponse<String> answer = get("/effects/" + key.value());
      Optional<Map<String, Object>> body = json(answer);
      if (answer.statusCode() == 404 && body.isPresent()) {
        return Reply.of(new Verification.NotApplied());
      }
      if (answer.statusCode() == 200 && body.isPresent()) {
        return Reply.of(applied(body.get()));
      }
      return Reply.of(new Verification.Unavailable("The bank answered " + answer.statusCode() + "."));
    } catch (IOException e) {
      return Reply.broken(new Verification.Unavailable("The bank can not be reached: " + e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.broken(new Verification.Unavailable("The question was interrupted."));
    }
  }

  private static Verification applied(Map<String, Object> effect) {
    return switch (String.valueOf(effect.get("status"))) {
      case "DONE" -> new Verification.Applied(new Outcome.Done(result(effect)));
      case "REJECTED" -> new Verification.Applied(rejected(effect));
      default -> new Verification.Unavailable("The bank answered in a form that is not known.");
    };
  }

  private static Map<String, Object> result(Map<String, Object> effect) {
    return effect.get("result") instanceof Map<?, ?> result
        ? JsonTree.copyOf(result.entrySet().stream().collect(
            java.util.stream.Collectors.toMap(each -> String.valueOf(each.getKey()), Map.Entry::getValue)))
        : Map.of();
  }

  @Override
  public Reply<Health> health() {
    try {
      int status = get("/health").statusCode();
      Health.State state = status == 200 ? Health.State.UP : Health.State.DOWN;
      return Reply.of(new Health(state, "The bank answered " + status + "."));
    } catch (IOException e) {
      return Reply.broken(new Health(Health.State.DOWN, "The bank can not be reached: " + e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.of(new Health(Health.State.UNKNOWN, "The question was interrupted."));
    }
  }

  /** The client's connections end by themselves. */
  @Override
  public void close() {}

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path, questionTime).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(timeout);
    credentials.userName().ifPresent(user -> request.header("Authorization", "Basic " + Base64.getEncoder()
        .encodeToString((user + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8))));
    return request;
  }

  /** The body; empty when it is no JSON object. */
  private static Optional<Map<String, Object>> json(HttpResponse<String> answer) {
    try {
      return Optional.of(JsonTree.parse(answer.body()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
