package org.casebound.fulfillment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.integration.WebhookEvent;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookMessageTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:42:07.184512Z");

  @ParameterizedTest
  @EnumSource(WebhookEvent.class)
  void theCatalogHasEachEventOnceWithASampleThatFitsItsSchema(WebhookEvent event) {
    EventType type = type(event);
    assertThat(type.meaning()).endsWith(".");
    assertThat(schema(type).validate(WebhookMessage.text(type.sample()), InputFormat.JSON)).isEmpty();
    assertThat(schema(type).validate("{\"type\":\"another\",\"timestamp\":\"2026-11-26T10:42:07Z\",\"data\":{}}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void saysNumbersNamesAndStatesAndNothingThatPeopleWrote() {
    Case about = new Case(4711, "Address_Update", 3, "Anna Moves", "anna", Priority.HIGH, "back_office", NOW);
    about.close(Resolution.REJECTED, "Anna did not answer", NOW);
    Map<String, Object> message = WebhookMessage.ofCase(WebhookEvent.CASE_CLOSED, about, CaseStatus.WAITING, NOW);
    String text = WebhookMessage.text(message);
    assertThat(text)
        .isEqualTo(
            "{\"type\":\"case.closed\",\"timestamp\":\"2026-11-26T10:42:07.184Z\",\"data\":{\"case\":\"C-00004711\",\"process\":\"Address_Update\",\"version\":3,"
                + "\"status\":\"CLOSED\",\"previousStatus\":\"WAITING\",\"resolution\":\"REJECTED\",\"link\":\"/api/v1/cases/C-00004711\"}}");
    assertThat(schema(type(WebhookEvent.CASE_CLOSED)).validate(text, InputFormat.JSON)).isEmpty();
  }

  @Test
  void everyEventHasANameOfItsOwn() {
    assertThat(Arrays.stream(WebhookEvent.values()).map(WebhookEvent::type)).doesNotHaveDuplicates().allMatch(type -> WebhookEvent.ofType(type).isPresent());
  }

  private static EventType type(WebhookEvent event) {
    assertThat(EventCatalog.all()).filteredOn(each -> each.type().equals(event.type())).hasSize(1);
    return EventCatalog.all().stream().filter(each -> each.type().equals(event.type())).findFirst().orElseThrow();
  }

  private static Schema schema(EventType type) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(WebhookMessage.text(type.schema()));
  }
}
