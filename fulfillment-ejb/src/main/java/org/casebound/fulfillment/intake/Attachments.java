package org.casebound.fulfillment.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.intake.RequestRefused.Problem;

/**
 * Attributes whose values name files of the request: an Attachment names the file that serves the document of its own name, a
 * ListOfAttachment all of them.
 */
public final class Attachments {
  private Attachments() {}

  /** Finds the names of the files that serve a document. */
  @FunctionalInterface
  public interface Files {
    List<String> of(String document);
  }

  /** The request with the names of the files that came for attributes which it leaves out. */
  static ServiceRequest named(ServiceProcessDefinition process, ServiceRequest request) {
    Map<String, Object> values = new LinkedHashMap<>(request.attributes());
    for (AttributeDefinition attribute : process.attributes()) {
      List<String> files = attribute.type().isFile() ? files(process, request, attribute.name()) : List.of();
      if (!files.isEmpty() && isEmpty(values.get(attribute.name()))) {
        values.put(attribute.name(), attribute.type() == AttributeType.ATTACHMENT ? files.get(0) : files);
      }
    }
    return new ServiceRequest(request.process(), request.subject(), request.requester(), values, request.documents(), request.followUpOf());
  }

  private static boolean isEmpty(Object value) {
    return value == null || value.equals("") || value instanceof List<?> list && list.isEmpty();
  }

  private static List<String> files(ServiceProcessDefinition process, ServiceRequest request, String document) {
    return request.documents().stream()
        .filter(upload -> DocumentCheck.requirement(process, upload).filter(wanted -> wanted.name().equals(document)).isPresent())
        .map(Upload::name)
        .toList();
  }

  /** Adds ATTR-011 for each name that is no file of the request, and ATTR-012 for each file that no attribute names. */
  static void check(
      ServiceProcessDefinition process, ServiceRequest request, Map<String, Object> values, Set<String> hidden, List<Problem> problems) {
    check("/attributes", process.attributes(), values, document -> files(process, request, document), problems);
    for (AttributeDefinition attribute : process.attributes()) {
      if (attribute.type().isFile() && !hidden.contains(attribute.name())) {
        List<String> left = new ArrayList<>(files(process, request, attribute.name()));
        names(values.get(attribute.name())).forEach(left::remove);
        if (!left.isEmpty() && values.containsKey(attribute.name())) {
          problems.add(
              new Problem(
                  "/attributes/" + attribute.name(),
                  "ATTR-012",
                  "'%s' came for %s, too, and is not named there; name each file once, or leave it out."
                      .formatted(left.get(0), attribute.label())));
        }
      }
    }
  }

  /**
   * Adds ATTR-011 for each name that is no file of the request, or is named twice.
   *
   * @param base JSON pointer of the values
   * @param values typed values by attribute name
   */
  public static void check(
      String base, List<AttributeDefinition> attributes, Map<String, Object> values, Files files, List<Problem> problems) {
    for (AttributeDefinition attribute : attributes) {
      if (attribute.type().isFile() && values.containsKey(attribute.name())) {
        String place = base + "/" + attribute.name();
        List<String> there = files.of(attribute.name());
        List<String> named = names(values.get(attribute.name()));
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < named.size(); at++) {
          if (!there.contains(named.get(at)) || !seen.add(named.get(at))) {
            String pointer = attribute.type() == AttributeType.ATTACHMENT ? place : place + "/" + at;
            problems.add(
                new Problem(
                    pointer,
                    "ATTR-011",
                    "%s must name files of this request, each once; '%s' does not fit. %s".formatted(attribute.label(), named.get(at), mend(attribute, there))));
          }
        }
      }
    }
  }

  private static String mend(AttributeDefinition attribute, List<String> there) {
    return there.isEmpty() ? "None came for the document '%s'.".formatted(attribute.name()) : "There are: %s.".formatted(String.join(", ", there));
  }

  private static List<String> names(Object value) {
    return (value instanceof List<?> list ? list.stream() : Stream.ofNullable(value)).map(String::valueOf).toList();
  }
}
