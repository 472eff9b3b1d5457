package org.casebound.web.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casebound.fulfillment.webhook.WebhookDesk;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a webhook is to tell, and where. */
@Schema(name = "WebhookTerms", requiredProperties = {"url", "events"})
public record WebhookBody(
    @Schema(description = "1 to 60 small letters, digits and dashes; needed for a new one, not read for a known one.", examples = "data-warehouse", maxLength = 60)
        Optional<String> name,
    @Schema(description = "Where events are posted; https.", examples = "https://hooks.example.com/casebound", maxLength = 1000) Optional<String> url,
    @Schema(description = "Types of events, see /webhook-events.") Optional<List<String>> events,
    @Schema(description = "Names of the processes whose cases it tells of; of all when left out. At most 40.") Optional<List<String>> processes,
    @Schema(description = "The version that you read; needed for a known one, not read for a new one.") Optional<Integer> version) {
  private static final int LONGEST_URL = 1000;

  /** @throws org.casebound.web.api.problem.ProblemException when something is missing or too long */
  WebhookDesk.Wish require(boolean fresh) {
    BodyCheck check = new BodyCheck();
    if (fresh) {
      check.required("/name", name);
    } else {
      check.present("/version", version);
    }
    check.required("/url", url);
    check.atMost("/url", url, LONGEST_URL);
    check.present("/events", events);
    check.end();
    return new WebhookDesk.Wish(url.orElseThrow(), named(events), named(processes));
  }

  private static List<String> named(Optional<List<String>> names) {
    return names.orElse(List.of()).stream().filter(Objects::nonNull).toList();
  }
}
