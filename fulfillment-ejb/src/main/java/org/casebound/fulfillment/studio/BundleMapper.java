package org.casebound.fulfillment.studio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.definition.UsageType;
import org.casebound.domain.shared.Sensitivity;

/** Makes records of a tree that was checked before. Whatever the tree leaves out gets its default here, and nowhere else. */
final class BundleMapper {
  private BundleMapper() {}

  static ProcessBundle bundle(Place root) {
    return new ProcessBundle(
        process(root.at("process")),
        root.items("flows").stream().map(FlowMapper::flow).toList(),
        root.items("integrations").stream().map(IntegrationMapper::integration).toList(),
        root.items("queues").stream().map(BundleMapper::queue).toList(),
        root.items("calendars").stream().map(CalendarMapper::calendar).toList(),
        root.items("scenarios").stream().map(ScenarioMapper::scenario).toList());
  }

  private static ServiceProcessDefinition process(Place place) {
    return new ServiceProcessDefinition(
        name(place),
        place.at("version").node().intValue(),
        label(place),
        place.text("shortDescription"),
        place.text("description").orElse(""),
        usageType(place.text("usageType").orElse("CustomerService")),
        place.text("category").orElse(""),
        place.text("icon"),
        place.text("queue").orElseThrow(),
        place.text("preprocessor"),
        attributes(place, "attributes"),
        place.items("documents").stream().map(BundleMapper::document).toList(),
        place.text("fulfillmentFlow"),
        RulesMapper.rules(place));
  }

  static String name(Place place) {
    return place.text("name").orElseThrow();
  }

  static String label(Place place) {
    return place.text("label").orElseGet(() -> Names.label(name(place)));
  }

  static List<AttributeDefinition> attributes(Place place, String key) {
    return place.items(key).stream().map(BundleMapper::attribute).toList();
  }

  static AttributeDefinition attribute(Place place) {
    return new AttributeDefinition(
        name(place),
        label(place),
        place.text("description").orElse(""),
        attributeType(place.text("type").orElseThrow()),
        place.text("binding"),
        place.text("group").orElse(""),
        place.flag("required"),
        place.text("default"),
        place.text("pattern"),
        number(place, "min"),
        number(place, "max"),
        place.items("options").stream().map(BundleMapper::option).toList(),
        attributes(place, "columns"),
        place.text("visibleWhen"),
        Sensitivity.valueOf(place.text("sensitivity").orElse("INTERNAL")));
  }

  private static AttributeDefinition.Option option(Place place) {
    String value = place.text().or(() -> place.text("value")).orElseThrow();
    return new AttributeDefinition.Option(value, place.text("label").orElse(value));
  }

  private static Optional<BigDecimal> number(Place place, String key) {
    return place.has(key) ? Optional.of(normal(place.at(key).node().decimalValue())) : Optional.empty();
  }

  /** The same number without needless zeros, so that equal definitions are equal records. */
  static BigDecimal normal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static DocumentRequirement document(Place place) {
    return new DocumentRequirement(
        name(place),
        label(place),
        place.flag("required"),
        place.items("mediaTypes").stream().map(type -> type.text().orElseThrow()).toList(),
        place.has("maxBytes") ? place.at("maxBytes").node().longValue() : DocumentRequirement.DEFAULT_MAX_BYTES);
  }

  private static QueueDefinition queue(Place place) {
    return new QueueDefinition(name(place), label(place));
  }

  private static UsageType usageType(String yamlName) {
    return List.of(UsageType.values()).stream().filter(t -> t.yamlName().equals(yamlName)).findFirst().orElseThrow();
  }

  static AttributeType attributeType(String yamlName) {
    return List.of(AttributeType.values()).stream()
        .filter(t -> t.yamlName().equals(yamlName))
        .findFirst()
        .orElseThrow();
  }
}
