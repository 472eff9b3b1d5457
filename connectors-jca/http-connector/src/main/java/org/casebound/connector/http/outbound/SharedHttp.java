package org.casebound.connector.http.outbound;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.casebound.connector.api.Operation;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.Credentials;

/**
 * What all connections of one definition share: the HTTP client with its sockets, and what was fetched to say who calls.
 * Thread-safe.
 */
public final class SharedHttp {
  private final HttpSettings settings;
  private final HttpTransport transport;
  private final Clock clock;
  private final Map<Credentials, Authentication> authentications = new ConcurrentHashMap<>();

  /** @throws IllegalArgumentException with a sentence when a trust store or key store can not be read */
  public SharedHttp(HttpSettings settings, Clock clock) {
    this.settings = settings;
    this.transport = new HttpTransport(settings);
    this.clock = clock;
  }

  /**
   * What an operation takes and gives.
   *
   * @throws IllegalArgumentException with a sentence when it has another form
   */
  public static Operation describe(String operation) {
    return HttpRequestLine.describe(operation);
  }

  /**
   * The way to the back office as somebody.
   *
   * @throws IllegalArgumentException with a sentence when the credentials do not fit the way that is configured
   */
  public BackOffice as(Credentials credentials) {
    Authentication authentication = authentications.computeIfAbsent(credentials, this::authentication);
    return new HttpBackOffice(settings, transport, authentication, new AnswerMapping(settings.duplicateCode(), clock));
  }

  private Authentication authentication(Credentials credentials) {
    AuthenticationSettings how = settings.authentication();
    return switch (how.scheme()) {
      case BASIC -> HeaderAuthentication.basic(credentials);
      case BEARER -> HeaderAuthentication.bearer(credentials);
      case API_KEY -> HeaderAuthentication.apiKey(how.apiKeyHeader(), credentials);
      case OAUTH2 -> new TokenAuthentication(new AccessTokens(new TokenEndpoint(how, credentials, transport, clock), clock));
      case SIGNATURE -> new SignatureAuthentication(MessageSignature.of(credentials), clock);
    };
  }
}
