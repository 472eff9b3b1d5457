package org.casebound.connector.http.outbound;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.base.Credentials;

/** Asks an OAuth 2.0 token endpoint by client credentials (RFC 6749, 4.4), the client by HTTP Basic. Thread-safe. */
final class TokenEndpoint {
  /** How long a token counts as valid whose endpoint does not say it. */
  private static final Duration UNSAID_LIFETIME = Duration.ofMinutes(5);

  private static final long LONGEST_LIFETIME_SECONDS = 86_400;

  private final HttpCall request;
  private final Permit.Granted client;
  private final HttpTransport transport;
  private final Clock clock;

  /** @throws IllegalArgumentException with a sentence when client id or secret are missing */
  TokenEndpoint(AuthenticationSettings settings, Credentials credentials, HttpTransport transport, Clock clock) {
    URI url = settings.tokenUrl().orElseThrow(() -> new IllegalArgumentException("tokenUrl is missing."));
    String id = credentials.userName().orElse("");
    if (id.isEmpty() || credentials.password().isEmpty()) {
      throw new IllegalArgumentException("OAUTH2 needs user name and password: client id and client secret.");
    }
    String form = "grant_type=client_credentials" + settings.scope().map(scope -> "&scope=" + encode(scope)).orElse("");
    this.request = new HttpCall(
        "POST", url,
        Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"),
        Optional.of(form.getBytes(StandardCharsets.UTF_8)));
    this.client = new Permit.Granted(
        Map.of("Authorization", HeaderAuthentication.basic(encode(id), encode(credentials.password()))));
    this.transport = transport;
    this.clock = clock;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Asks once. */
  AccessTokens.Answer fetch(Duration patience) {
    Exchange exchange = transport.send(request.with(client, patience));
    if (exchange instanceof Exchange.Answered answered) {
      return read(answered.answer());
    }
    if (exchange instanceof Exchange.Withheld withheld) {
      return new AccessTokens.NotFetched(withheld.reason());
    }
    return new AccessTokens.NotFetched(
        AccessTokens.unavailable("No token: " + ((Exchange.Broken) exchange).message()));
  }

  private AccessTokens.Answer read(HttpAnswer answer) {
    Optional<String> token = answer.text("access_token").filter(text -> text.matches("[!-~]+"));
    boolean bearer = answer.text("token_type").filter("Bearer"::equalsIgnoreCase).isPresent();
    if (answer.status() == 200 && token.isPresent() && bearer) {
      return new AccessTokens.Fetched(token.get(), lifetime(answer));
    }
    boolean maybeLater = answer.status() == 429 || answer.status() == 408 || answer.status() / 100 == 5;
    String reason = answer.text("error").orElse("status " + answer.status());
    return new AccessTokens.NotFetched(new Outcome.Failed(
        maybeLater ? Failure.TRANSIENT : Failure.PERMANENT,
        maybeLater ? "TOKEN_UNAVAILABLE" : "TOKEN_REFUSED",
        "The token endpoint gave no bearer token: " + reason + ".",
        answer.wait(clock.instant())));
  }

  private static Duration lifetime(HttpAnswer answer) {
    return answer.text("expires_in")
        .filter(text -> text.matches("[1-9][0-9]{0,9}"))
        .map(text -> Duration.ofSeconds(Math.min(LONGEST_LIFETIME_SECONDS, Long.parseLong(text))))
        .orElse(UNSAID_LIFETIME);
  }
}
