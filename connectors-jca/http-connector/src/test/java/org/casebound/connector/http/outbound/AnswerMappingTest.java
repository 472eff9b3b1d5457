package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.JsonTree;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerMappingTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("key-1");
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final String PROBLEM = "{\"code\":\"NO\",\"detail\":\"because\"}";

  private final AnswerMapping mapping = new AnswerMapping(Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));

  private static HttpAnswer answer(int status, String body) {
    return answer(status, body, Optional.empty());
  }

  private static HttpAnswer answer(int status, String body, Optional<String> retryAfter) {
    Optional<Map<String, Object>> json = body.isBlank()
        ? Optional.of(Map.of())
        : body.startsWith("{") ? Optional.of(JsonTree.parse(body)) : Optional.empty();
    return new HttpAnswer(status, json, body.isBlank(), retryAfter, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204})
  void aSuccessIsDone(int status) {
    assertThat(mapping.outcome(answer(status, ""), KEY)).isEqualTo(new Outcome.Done(Map.of()));
    assertThat(mapping.outcome(answer(status, "{\"n\":1}"), KEY)).isEqualTo(new Outcome.Done(Map.of("n", 1L)));
  }

  @Test
  void aSuccessThatCanNotBeReadIsAnUnknownOutcome() {
    assertThat(mapping.outcome(answer(200, "<html>"), KEY)).isInstanceOfSatisfying(
        Outcome.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Failure.UNKNOWN_OUTCOME));
  }

  @Test
  void acceptedTakesTheReferenceThenTheLocationThenTheKey() {
    assertThat(mapping.outcome(answer(202, "{\"reference\":4711}"), KEY)).isEqualTo(new Outcome.Accepted("4711"));
    HttpAnswer located = new HttpAnswer(202, Optional.of(Map.of()), true, Optional.empty(), Optional.of("/jobs/7"));
    assertThat(mapping.outcome(located, KEY)).isEqualTo(new Outcome.Accepted("/jobs/7"));
    assertThat(mapping.outcome(answer(202, ""), KEY)).isEqualTo(new Outcome.Accepted("key-1"));
    String tooLong = "{\"reference\":\"" + "r".repeat(201) + "\"}";
    assertThat(mapping.outcome(answer(202, tooLong), KEY)).isEqualTo(new Outcome.Accepted("key-1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 410, 422})
  void aBusinessNoIsRejectedWithItsCode(int status) {
    assertThat(mapping.outcome(answer(status, PROBLEM), KEY)).isEqualTo(new Outcome.Rejected("NO", "because"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 422})
  void aBusinessNoWithoutABodyHasTheStatusAsItsCode(int status) {
    assertThat(mapping.outcome(answer(status, ""), KEY))
        .isEqualTo(new Outcome.Rejected("HTTP_" + status, "The back office answered " + status + "."));
  }

  @Test
  void aConflictThatSaysThatTheKeyIsKnownIsDoneAsBefore() {
    AnswerMapping known = new AnswerMapping(Optional.of("DUPLICATE"), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(known.outcome(answer(409, "{\"code\":\"DUPLICATE\",\"result\":{\"n\":1}}"), KEY))
        .isEqualTo(new Outcome.Done(Map.of("n", 1L)));
    assertThat(known.outcome(answer(409, "{\"code\":\"DUPLICATE\"}"), KEY)).isEqualTo(new Outcome.Done(Map.of()));
    assertThat(known.outcome(answer(409, PROBLEM), KEY)).isEqualTo(new Outcome.Rejected("NO", "because"));
    assertThat(mapping.outcome(answer(409, "{\"code\":\"DUPLICATE\"}"), KEY)).isInstanceOf(Outcome.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>not found</html>"})
  void notFoundThatTheServiceDidNotWriteIsTransient(String body) {
    assertThat(mapping.outcome(answer(404, body), KEY)).isInstanceOfSatisfying(
        Outcome.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Failure.TRANSIENT));
  }

  @ParameterizedTest
  @CsvSource({
    "301,PERMANENT", "302,PERMANENT", "303,UNKNOWN_OUTCOME", "307,PERMANENT", "308,PERMANENT",
    "401,PERMANENT", "403,PERMANENT", "405,PERMANENT", "415,PERMANENT", "501,PERMANENT",
    "408,TRANSIENT", "425,TRANSIENT", "429,TRANSIENT", "503,TRANSIENT",
    "500,UNKNOWN_OUTCOME", "502,UNKNOWN_OUTCOME", "504,UNKNOWN_OUTCOME", "599,UNKNOWN_OUTCOME"
  })
  void everyOtherStatusIsAFailure(int status, Failure kind) {
    assertThat(mapping.outcome(answer(status, PROBLEM), KEY))
        .isEqualTo(new Outcome.Failed(kind, "NO", "because", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "7, PT7S", "0, PT0S", "999999999, PT24H", "'Mon, 04 May 2026 10:00:30 GMT', PT30S",
    "'Mon, 04 May 2026 09:00:00 GMT', PT0S"
  })
  void retryAfterIsSecondsOrADate(String header, Duration wait) {
    assertThat(((Outcome.Failed) mapping.outcome(answer(503, "", Optional.of(header)), KEY)).retryAfter()).contains(wait);
  }

  @Test
  void anUnreadableRetryAfterIsLeftOut() {
    assertThat(((Outcome.Failed) mapping.outcome(answer(503, "", Optional.of("soon")), KEY)).retryAfter()).isEmpty();
  }

  @Test
  void shortensLongCodesAndMessages() {
    String body = "{\"code\":\"" + "c".repeat(300) + "\",\"detail\":\"" + "d".repeat(3000) + "\"}";
    Outcome.Rejected rejected = (Outcome.Rejected) mapping.outcome(answer(409, body), KEY);
    assertThat(rejected.code()).hasSize(200);
    assertThat(rejected.message()).hasSize(2000);
  }

  @Test
  void verificationReadsWhatTheBackOfficeStored() {
    assertThat(mapping.verification(answer(200, "{\"status\":\"DONE\",\"result\":{\"n\":1,\"x\":null}}"), KEY))
        .isEqualTo(new Verification.Applied(new Outcome.Done(Map.of("n", 1L))));
    assertThat(mapping.verification(answer(200, "{\"status\":\"ACCEPTED\",\"reference\":\"R\"}"), KEY))
        .isEqualTo(new Verification.Applied(new Outcome.Accepted("R")));
    assertThat(mapping.verification(answer(200, "{\"status\":\"REJECTED\",\"code\":\"NO\",\"message\":\"m\"}"), KEY))
        .isEqualTo(new Verification.Applied(new Outcome.Rejected("NO", "m")));
  }

  @Test
  void onlyTheServiceItselfCanSayThatItDoesNotKnowAKey() {
    assertThat(mapping.verification(answer(404, PROBLEM), KEY)).isEqualTo(new Verification.NotApplied());
    assertThat(mapping.verification(answer(404, ""), KEY)).isInstanceOf(Verification.Unavailable.class);
    assertThat(mapping.verification(answer(404, "<html>"), KEY)).isInstanceOf(Verification.Unavailable.class);
    assertThat(mapping.verification(answer(500, PROBLEM), KEY)).isInstanceOf(Verification.Unavailable.class);
    assertThat(mapping.verification(answer(200, "{}"), KEY)).isInstanceOf(Verification.Unavailable.class);
  }
}
