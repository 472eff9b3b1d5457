package org.casebound.connector.http.outbound;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.http.outbound.AuthenticationSettings.Scheme;

/** Settings for a back office on this machine, to be changed before use. */
final class HttpSettingsFixture {
  private final URI baseUrl;
  private Duration connectTimeout = Duration.ofSeconds(2);
  private Optional<String> verifyPath = Optional.empty();
  private Optional<String> healthPath = Optional.empty();
  private Optional<CertificateStore> trustStore = Optional.empty();
  private Optional<CertificateStore> keyStore = Optional.empty();
  private AuthenticationSettings authentication =
      new AuthenticationSettings(Scheme.BASIC, "X-API-Key", Optional.empty(), Optional.empty());
  private Optional<String> duplicateCode = Optional.empty();
  private List<String> allowed = List.of("127.0.0.0/8", "::1");

  HttpSettingsFixture(String baseUrl) {
    this.baseUrl = URI.create(baseUrl);
  }

  HttpSettingsFixture connectTimeout(Duration given) {
    connectTimeout = given;
    return this;
  }

  HttpSettingsFixture verifyPath(String given) {
    verifyPath = Optional.of(given);
    return this;
  }

  HttpSettingsFixture healthPath(String given) {
    healthPath = Optional.of(given);
    return this;
  }

  HttpSettingsFixture trust(CertificateStore given) {
    trustStore = Optional.of(given);
    return this;
  }

  HttpSettingsFixture keys(CertificateStore given) {
    keyStore = Optional.of(given);
    return this;
  }

  HttpSettingsFixture scheme(Scheme scheme) {
    authentication = new AuthenticationSettings(scheme, "X-API-Key", Optional.empty(), Optional.empty());
    return this;
  }

  HttpSettingsFixture tokensFrom(String url) {
    authentication = new AuthenticationSettings(
        Scheme.OAUTH2, "X-API-Key", Optional.of(URI.create(url)), Optional.of("cards:write"));
    return this;
  }

  HttpSettingsFixture duplicateCode(String given) {
    duplicateCode = Optional.of(given);
    return this;
  }

  HttpSettingsFixture allowed(String... given) {
    allowed = List.of(given);
    return this;
  }

  HttpSettings settings() {
    return new HttpSettings(
        baseUrl, connectTimeout, Duration.ofSeconds(1), verifyPath, healthPath, Map.of("X-Tenant", "t1"), trustStore,
        keyStore, 4096, duplicateCode, authentication, allowed);
  }

  SharedHttp shared(Clock clock) {
    return new SharedHttp(settings(), clock);
  }

  BackOffice backOffice() {
    return backOffice(Credentials.NONE);
  }

  BackOffice backOffice(Credentials credentials) {
    return shared(Clock.systemUTC()).as(credentials);
  }
}
