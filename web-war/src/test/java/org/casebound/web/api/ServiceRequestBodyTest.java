package org.casebound.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import org.casebound.fulfillment.intake.ServiceRequest;
import org.casebound.web.api.json.ApiJson;
import org.casebound.web.api.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ServiceRequestBodyTest {
  @Test
  void readsAWholeRequest() throws JsonProcessingException {
    ServiceRequest request =
        read(
                """
                {"process": "block_card", "subject": "Lost", "requester": "ann",
                 "attributes": {"cardId": "c1", "amount": 12.50, "urgent": true, "tags": ["a", "b"]},
                 "documents": [{"name": "a.txt", "mediaType": "text/plain", "content": "aGVsbG8="}]}
                """)
            .toServiceRequest();
    assertThat(request.process()).isEqualTo("block_card");
    assertThat(request.subject()).contains("Lost");
    assertThat(request.requester()).contains("ann");
    assertThat(request.attributes()).containsEntry("amount", new BigDecimal("12.50")).containsEntry("urgent", true);
    assertThat(request.documents()).singleElement().satisfies(d -> assertThat(d.content()).asString().isEqualTo("hello"));
  }

  @Test
  void leavesOutWhatIsOptional() throws JsonProcessingException {
    ServiceRequest request = read("{\"process\": \"block_card\"}").toServiceRequest();
    assertThat(request.subject()).isEmpty();
    assertThat(request.attributes()).isEmpty();
    assertThat(request.documents()).isEmpty();
  }

  @Test
  void namesEveryWrongPlaceAtOnce() throws JsonProcessingException {
    ServiceRequestBody body =
        read(
            """
            {"process": " ", "attributes": {"a": null, "b": [1, null], "c/d": 1e101, "e": 1e100},
             "documents": [{"name": "x"}, null]}
            """);
    ProblemException refusal = catchThrowableOfType(ProblemException.class, body::toServiceRequest);
    assertThat(refusal.problem().status()).isEqualTo(422);
    assertThat(refusal.problem().errors())
        .extracting(e -> e.pointer().orElseThrow())
        .containsExactlyInAnyOrder(
            "/process",
            "/attributes/a",
            "/attributes/b/1",
            "/attributes/c~1d",
            "/documents/0/content",
            "/documents/0/mediaType",
            "/documents/1");
  }

  @Test
  void keepsTheDigitsOfANumber() throws JsonProcessingException {
    assertThat(read("{\"process\":\"p\",\"attributes\":{\"n\":0.1000000000000000000000001}}").toServiceRequest().attributes())
        .containsEntry("n", new BigDecimal("0.1000000000000000000000001"));
  }

  private static ServiceRequestBody read(String json) throws JsonProcessingException {
    return ApiJson.mapper().readValue(json, ServiceRequestBody.class);
  }
}
