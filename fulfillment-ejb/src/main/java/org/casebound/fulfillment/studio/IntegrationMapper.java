package org.casebound.fulfillment.studio;

import java.time.Duration;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.IntegrationMode;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.domain.integration.UnknownOutcomePolicy;

/** Makes integration definitions of a checked tree. */
final class IntegrationMapper {
  private IntegrationMapper() {}

  static IntegrationDefinition integration(Place place) {
    return new IntegrationDefinition(
        BundleMapper.name(place),
        BundleMapper.label(place),
        place.text("connector").orElseThrow(),
        place.text("operation").orElseThrow(),
        IntegrationMode.valueOf(place.text("mode").orElse("SERVICE")),
        place.items("inputs").stream().map(input -> input.text().orElseThrow()).toList(),
        place.at("outputs").members().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(output -> new MappingRow(output.getKey(), output.getValue().text().orElseThrow()))
            .toList(),
        duration(place, "timeout", IntegrationDefinition.DEFAULT_TIMEOUT),
        duration(place, "acknowledgementTimeout", IntegrationDefinition.DEFAULT_ACKNOWLEDGEMENT_TIMEOUT),
        retry(place.at("retry")),
        UnknownOutcomePolicy.valueOf(place.text("unknownOutcome").orElse("VERIFY")));
  }

  static RetryPolicy retry(Place place) {
    RetryPolicy standard = RetryPolicy.DEFAULT;
    return new RetryPolicy(
        place.has("maxAttempts") ? place.at("maxAttempts").node().intValue() : standard.maxAttempts(),
        duration(place, "initialDelay", standard.initialDelay()),
        duration(place, "maxDelay", standard.maxDelay()),
        place.has("multiplier") ? place.at("multiplier").node().doubleValue() : standard.multiplier(),
        place.has("jitter") ? place.at("jitter").node().doubleValue() : standard.jitter());
  }

  private static Duration duration(Place place, String key, Duration otherwise) {
    return place.text(key).map(Duration::parse).orElse(otherwise);
  }
}
