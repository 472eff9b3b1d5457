package org.casebound.fulfillment.studio;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.definition.Element;
import org.casebound.domain.shared.Resolution;

/**
 * Makes the elements of one flow or step of a checked tree. An element without a name gets its kind and the lowest number that is
 * free, in the order of the text.
 */
final class ElementMapper {
  static final List<String> KINDS =
      List.of("call", "assign", "updateRequest", "updateCase", "decide", "closeCase");

  private final Set<String> taken;

  private ElementMapper(Set<String> taken) {
    this.taken = taken;
  }

  static List<Element> elements(Place list) {
    Set<String> named = new HashSet<>();
    names(list, named);
    return new ElementMapper(named).all(list);
  }

  private static void names(Place list, Set<String> names) {
    for (Place element : list.items()) {
      element.text("name").ifPresent(names::add);
      nested(element).forEach(inner -> names(inner, names));
    }
  }

  /** The lists of elements inside an element. */
  static List<Place> nested(Place element) {
    List<Place> lists = new java.util.ArrayList<>();
    lists.add(element.at("onFault"));
    element.items("decide").forEach(rule -> lists.add(rule.at("then")));
    lists.add(element.at("otherwise"));
    return lists;
  }

  private List<Element> all(Place list) {
    return list.items().stream().map(this::element).toList();
  }

  private Element element(Place place) {
    String kind = KINDS.stream().filter(place::has).findFirst().orElseThrow();
    String name = place.text("name").orElseGet(() -> free(kind));
    return switch (kind) {
      case "call" ->
          guarded(
              new Element.CallIntegration(
                  name, place.text("call").orElseThrow(), expressions(place.at("input"))),
              all(place.at("onFault")));
      case "assign" -> {
        Map.Entry<String, Place> variable = place.at("assign").members().get(0);
        yield new Element.Assign(name, variable.getKey(), variable.getValue().text().orElseThrow());
      }
      case "updateRequest" -> new Element.UpdateRequest(name, expressions(place.at("updateRequest")));
      case "updateCase" -> new Element.UpdateCase(name, expressions(place.at("updateCase")));
      case "decide" ->
          new Element.Decide(
              name,
              place.items("decide").stream()
                  .map(rule -> new Element.Rule(rule.text("when").orElseThrow(), all(rule.at("then"))))
                  .toList(),
              all(place.at("otherwise")));
      default ->
          new Element.CloseCase(
              name, Resolution.valueOf(place.text("closeCase").orElseThrow()), place.text("reason"));
    };
  }

  private static Element guarded(Element element, List<Element> onFault) {
    return onFault.isEmpty() ? element : new Element.Guarded(element, onFault);
  }

  private String free(String kind) {
    int number = 1;
    while (!taken.add(kind + number)) {
      number++;
    }
    return kind + number;
  }

  private static Map<String, String> expressions(Place place) {
    Map<String, String> expressions = new LinkedHashMap<>();
    place.members().forEach(member -> expressions.put(member.getKey(), member.getValue().text().orElseThrow()));
    return expressions;
  }
}
