package org.casebound.web.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrossSiteTest {
  @Test
  void letsReadingCallsThroughFromAnywhere() {
    assertThat(refusal("GET", Map.of("Sec-Fetch-Site", "cross-site"))).isEmpty();
  }

  @Test
  void letsAProgramWithItsOwnCredentialsThrough() {
    assertThat(refusal("POST", Map.of("Authorization", "Basic abc"))).isEmpty();
  }

  @Test
  void wantsProofFromACallThatOnlyHasACookie() {
    assertThat(refusal("POST", Map.of("Sec-Fetch-Site", "same-origin"))).isPresent();
    assertThat(refusal("POST", Map.of("Sec-Fetch-Site", "same-origin", "X-Requested-With", "console"))).isEmpty();
  }

  @Test
  void refusesAnotherSiteWhateverItSends() {
    assertThat(
            refusal("DELETE", Map.of("Sec-Fetch-Site", "same-site", "Authorization", "Basic abc", "X-Requested-With", "x")))
        .isPresent();
  }

  @Test
  void comparesTheOriginWhereTheBrowserSendsNoFetchMetadata() {
    Map<String, String> own =
        Map.of("Origin", "https://bank.example:8443", "Host", "bank.example:8443", "X-Requested-With", "x");
    assertThat(refusal("POST", own)).isEmpty();
    assertThat(refusal("POST", Map.of("Origin", "null", "Host", "bank.example", "X-Requested-With", "x"))).isPresent();
    assertThat(refusal("POST", Map.of("Origin", "https://evil.example", "Host", "bank.example", "Authorization", "x")))
        .isPresent();
  }

  private static Optional<String> refusal(String method, Map<String, String> headers) {
    return CrossSite.refusal(method, name -> Optional.ofNullable(headers.get(name)));
  }
}
