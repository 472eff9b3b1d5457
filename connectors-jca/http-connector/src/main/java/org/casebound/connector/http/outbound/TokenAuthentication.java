package org.casebound.connector.http.outbound;

import java.time.Duration;
import java.util.Map;

/** An access token as bearer; one that the back office does not take is replaced once. */
final class TokenAuthentication implements Authentication {
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  private final AccessTokens tokens;

  TokenAuthentication(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Permit permit(HttpCall request, Duration patience) {
    AccessTokens.Answer answer = tokens.get(patience);
    return answer instanceof AccessTokens.Fetched fetched
        ? new Permit.Granted(Map.of(AUTHORIZATION, BEARER + fetched.token()))
        : new Permit.Missing(((AccessTokens.NotFetched) answer).reason());
  }

  @Override
  public boolean renew(Permit.Granted refused) {
    String header = refused.headers().getOrDefault(AUTHORIZATION, "");
    tokens.drop(header.substring(Math.min(BEARER.length(), header.length())));
    return true;
  }
}
