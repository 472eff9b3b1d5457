package org.casebound.fulfillment.studio;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.TextPatterns;
import org.casebound.domain.shared.Article;
import org.casebound.domain.shared.Priority;

/** Checks attributes and form fields: options, bounds, patterns, defaults and bindings. */
final class AttributeMeaning {
  private static final Set<AttributeType> CHOICES =
      Set.of(AttributeType.PICKLIST, AttributeType.RADIO_BUTTON, AttributeType.MULTI_SELECT_PICKLIST);
  private static final Set<AttributeType> NUMBERS =
      Set.of(AttributeType.NUMBER, AttributeType.INTEGER, AttributeType.CURRENCY, AttributeType.PERCENTAGE);
  private static final Set<AttributeType> TEXTS =
      Set.of(
          AttributeType.TEXT,
          AttributeType.MULTILINE_TEXT,
          AttributeType.EMAIL,
          AttributeType.PHONE,
          AttributeType.URL);

  private final TextPatterns patterns;
  private final AttributeValidation validation;

  AttributeMeaning(TextPatterns patterns, AttributeValidation validation) {
    this.patterns = patterns;
    this.validation = validation;
  }

  void check(List<Place> attributes, boolean mayBind, Problems problems) {
    UniqueNames.check("attribute", attributes, problems);
    Map<String, String> bound = new HashMap<>();
    for (Place place : attributes) {
      place.text("name").ifPresent(name -> UniqueNames.speakable(place.at("name"), name, problems));
      check(place.items("columns"), false, problems);
      if (problems.isClean(place)) {
        AttributeDefinition attribute = BundleMapper.attribute(place);
        options(place, attribute, problems);
        bounds(place, attribute, problems);
        pattern(place, attribute, problems);
        binding(place, attribute, mayBind, bound, problems);
        visibility(place.at("visibleWhen"), mayBind, problems);
        told(place, attribute, problems);
        fallback(place, attribute, problems);
      }
    }
  }

  private static String aType(AttributeDefinition attribute) {
    return Article.begins(attribute.type().yamlName());
  }

  private static void options(Place place, AttributeDefinition attribute, Problems problems) {
    boolean choice = CHOICES.contains(attribute.type());
    if (choice && attribute.options().isEmpty()) {
      problems.at(
          place, "%s needs options.".formatted(aType(attribute)), "Add 'options' with the permitted values.");
    } else if (!choice && !attribute.options().isEmpty()) {
      problems.atKey(
          place.at("options"), "%s has no options.".formatted(aType(attribute)), "Make it a Picklist, or delete them.");
    }
    Set<String> seen = new TreeSet<>();
    for (Place option : place.items("options")) {
      String value = option.text().or(() -> option.text("value")).orElse("");
      if (!seen.add(value)) {
        problems.at(option, "The option '%s' is here twice.".formatted(value), "Keep one of the two.");
      } else if (value.isEmpty() || attribute.type() == AttributeType.MULTI_SELECT_PICKLIST && value.contains(",")) {
        problems.at(option, "An option's value must not be empty, nor hold a comma in a MultiSelectPicklist.", "Change the value; the label is free.");
      }
    }
  }

  private static void bounds(Place place, AttributeDefinition attribute, Problems problems) {
    boolean length = TEXTS.contains(attribute.type()) || attribute.type().hasRows();
    for (String key : List.of("min", "max")) {
      if (place.has(key) && !length && !NUMBERS.contains(attribute.type())) {
        problems.atKey(
            place.at(key), "%s has no %s.".formatted(aType(attribute), key), "Delete it.");
        return;
      }
    }
    boolean oddLength =
        Stream.of(attribute.min(), attribute.max())
            .flatMap(java.util.Optional::stream)
            .anyMatch(bound -> length && (bound.signum() < 0 || bound.scale() > 0));
    if (oddLength) {
      problems.at(place.at(place.has("min") ? "min" : "max"), "%s must be a whole number from 0.".formatted(attribute.type().hasRows() ? "A number of rows" : "A length"), "");
    }
    if (attribute.min().isPresent()
        && attribute.max().isPresent()
        && attribute.min().get().compareTo(attribute.max().get()) > 0) {
      problems.at(place.at("min"), "'min' is greater than 'max'.", "Exchange them, or change one.");
    }
    if (attribute.type() == AttributeType.INTEGER && attribute.min().map(BigDecimal::scale).orElse(0) > 0) {
      problems.at(place.at("min"), "The bound of an Integer must be a whole number.", "");
    }
  }

  /** What holds values has columns, and what only tells something has nothing to ask for. */
  private static void told(Place place, AttributeDefinition attribute, Problems problems) {
    String type = aType(attribute);
    if (attribute.type().hasColumns() == attribute.columns().isEmpty()) {
      if (attribute.columns().isEmpty()) {
        problems.at(place, "%s needs columns.".formatted(type), "Add 'columns' with a name and a type each.");
      } else {
        problems.atKey(place.at("columns"), "%s has no columns.".formatted(type), "Make it a ListOfMaps, or delete them.");
      }
    }
    if (attribute.type().hasValue()) {
      return;
    }
    for (String key : List.of("required", "default", "binding")) {
      if (place.has(key) && !place.text(key).orElse("").equals("false")) {
        problems.atKey(place.at(key), "%s has no value, so it has no %s.".formatted(type, key), "Delete it.");
      }
    }
    if (attribute.description().isBlank()) {
      problems.at(place, "%s shows its description, and this one has none.".formatted(type), "Add 'description'.");
    }
  }

  private void pattern(Place place, AttributeDefinition attribute, Problems problems) {
    if (attribute.pattern().isEmpty()) {
      return;
    }
    if (!TEXTS.contains(attribute.type())) {
      problems.atKey(
          place.at("pattern"), "%s has no pattern.".formatted(aType(attribute)), "Delete it.");
    }
    String problem = patterns.problem(attribute.pattern().get());
    if (!problem.isEmpty()) {
      problems.at(
          place.at("pattern"),
          "This is no regular expression of RE2: %s.".formatted(problem),
          "Look-around and back-references do not exist there.");
    }
  }

  private static void binding(
      Place place, AttributeDefinition attribute, boolean mayBind, Map<String, String> bound, Problems problems) {
    if (attribute.binding().isEmpty()) {
      return;
    }
    String target = attribute.binding().get();
    Place at = place.at("binding");
    if (!mayBind) {
      problems.atKey(at, "A field of a form is not bound to the case.", "Use 'updateCase' in a background step.");
    } else if (bound.putIfAbsent(target, attribute.name()) != null) {
      problems.at(at, "'%s' is bound to '%s', too.".formatted(target, bound.get(target)), "Bind one attribute.");
    } else if (target.equals("case.subject") && attribute.type() != AttributeType.TEXT) {
      problems.at(at, "Only a Text can be bound to case.subject.", "Change the type to Text.");
    } else if (target.equals("case.priority") && !offersPriorities(attribute)) {
      problems.at(
          at,
          "Only a Picklist or RadioButton whose values are priorities can be bound to case.priority.",
          "Priorities: " + List.of(Priority.values()) + ".");
    }
  }

  private static void visibility(Place condition, boolean mayHide, Problems problems) {
    if (condition.text().isPresent() && !mayHide) {
      problems.atKey(condition, "A field of a work item's form is always shown.", "Delete it; only attributes have conditions.");
    }
  }

  private static boolean offersPriorities(AttributeDefinition attribute) {
    List<String> priorities = Stream.of(Priority.values()).map(Priority::name).toList();
    return (attribute.type() == AttributeType.PICKLIST || attribute.type() == AttributeType.RADIO_BUTTON)
        && attribute.options().stream().allMatch(option -> priorities.contains(option.value()));
  }

  private void fallback(Place place, AttributeDefinition attribute, Problems problems) {
    if (attribute.defaultValue().isEmpty() || !problems.isClean(place)) {
      return;
    }
    Object raw = AttributeValidation.fromText(attribute, attribute.defaultValue().get());
    validation
        .checkChanges("", List.of(attribute), Map.of(attribute.name(), raw))
        .problems()
        .forEach(
            problem ->
                problems.at(place.at("default"), "The default does not fit: " + problem.message(), ""));
  }
}
