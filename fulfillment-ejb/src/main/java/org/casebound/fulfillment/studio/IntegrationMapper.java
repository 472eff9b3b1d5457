package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.IntegrationMode;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.domain.integration.UnknownOutcomePolicy;
import org.casebound.domain.shared.Sensitivity;

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
        place.items("inputs").stream().map(IntegrationMapper::input).toList(),
        place.items("request").stream().map(row -> row(row.text("to").orElseThrow(), row)).toList(),
        place.at("outputs").members().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(output -> row(output.getKey(), output.getValue()))
            .toList(),
        duration(place, "timeout", IntegrationDefinition.DEFAULT_TIMEOUT),
        duration(place, "acknowledgementTimeout", IntegrationDefinition.DEFAULT_ACKNOWLEDGEMENT_TIMEOUT),
        retry(place.at("retry")),
        UnknownOutcomePolicy.valueOf(place.text("unknownOutcome").orElse("VERIFY")),
        PayloadLog.valueOf(place.text("payloadLog").orElse("MASKED")),
        !place.has("active") || place.flag("active"),
        place.text("clearance").map(Sensitivity::valueOf));
  }

  private static InputDefinition input(Place place) {
    return place
        .text()
        .map(InputDefinition::of)
        .orElseGet(
            () ->
                new InputDefinition(
                    place.text("name").orElseThrow(),
                    InputDefinition.Type.valueOf(place.text("type").orElse("Any").toUpperCase(Locale.ROOT)),
                    place.text("default"),
                    sensitivity(place).orElse(InputDefinition.DEFAULT_SENSITIVITY)));
  }

  private static MappingRow row(String target, Place place) {
    return place
        .text()
        .map(expression -> MappingRow.of(target, expression))
        .orElseGet(
            () -> new MappingRow(target, place.text("from"), place.text("value"), place.text("default"), sensitivity(place)));
  }

  private static Optional<Sensitivity> sensitivity(Place place) {
    return place.text("sensitivity").map(Sensitivity::valueOf);
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
