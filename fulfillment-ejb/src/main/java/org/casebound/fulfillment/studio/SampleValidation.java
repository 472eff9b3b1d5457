package org.casebound.fulfillment.studio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.catalog.FileName;
import org.casebound.domain.definition.AttributeCheck;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeProblem;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.QueueDefinition;

/**
 * Checks the values of stories as requests and forms are checked, as far as that makes sense where there is no case and no file: a
 * Lookup has the form of a case number, a Queue is one of the bundle, and files have names, each once. Thread-safe.
 */
public final class SampleValidation {
  private final AttributeValidation validation;
  private final List<QueueDefinition> queues;

  /** One for a bundle with these queues. */
  public SampleValidation(AttributeValidation validation, List<QueueDefinition> queues) {
    this.validation = validation;
    this.queues = List.copyOf(queues);
  }

  /** The same attributes or fields, where a Queue offers these. */
  public static List<AttributeDefinition> offered(List<AttributeDefinition> attributes, List<QueueDefinition> queues) {
    List<AttributeDefinition.Option> options =
        queues.stream().map(queue -> new AttributeDefinition.Option(queue.name(), queue.label())).toList();
    return attributes.stream().map(attribute -> attribute.type() == AttributeType.QUEUE ? attribute.offering(options) : attribute).toList();
  }

  /**
   * Checks all values of a story's request or form.
   *
   * @param base JSON pointer of the values
   * @param raw values by attribute name, as a request would bring them
   */
  public AttributeCheck check(String base, List<AttributeDefinition> attributes, Map<String, ?> raw) {
    AttributeCheck check = validation.check(base, offered(attributes, queues), raw);
    List<AttributeProblem> problems = new ArrayList<>(check.problems());
    for (AttributeDefinition attribute : attributes) {
      Optional<Object> value = Optional.ofNullable(check.values().get(attribute.name()));
      String place = base + "/" + attribute.name();
      if (attribute.type() == AttributeType.LOOKUP) {
        value.map(String::valueOf).filter(text -> !isCaseNumber(text)).ifPresent(text -> problems.add(noCase(place, attribute, text)));
      } else if (attribute.type().isFile()) {
        value.ifPresent(names -> files(place, attribute, names, problems));
      }
    }
    return new AttributeCheck(check.values(), check.cleared(), check.hidden(), problems);
  }

  private static boolean isCaseNumber(String text) {
    return CaseNumber.parse(text).filter(number -> number.toString().equals(text)).isPresent();
  }

  private static AttributeProblem noCase(String place, AttributeDefinition attribute, String text) {
    return new AttributeProblem(
        place, "ATTR-010", "%s must be the number of a case, e.g. \"C-00000051\"; '%s' is none.".formatted(attribute.label(), shortened(text)));
  }

  private static void files(String place, AttributeDefinition attribute, Object value, List<AttributeProblem> problems) {
    boolean many = value instanceof List<?>;
    List<String> names = (value instanceof List<?> list ? list.stream() : Stream.of(value)).map(String::valueOf).toList();
    Set<String> seen = new HashSet<>();
    for (int at = 0; at < names.size(); at++) {
      String name = names.get(at);
      if (!FileName.fits(name) || !seen.add(name)) {
        problems.add(
            new AttributeProblem(
                many ? place + "/" + at : place,
                "ATTR-011",
                "%s must name files, each once, with 1 to %d visible characters; '%s' does not fit."
                    .formatted(attribute.label(), FileName.LONGEST, shortened(name))));
      }
    }
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
