package org.casebound.fulfillment.studio;

import java.util.HashMap;
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
  /** How many records are found when the element does not say. */
  static final int DEFAULT_LIMIT = 10;

  private final Set<String> taken;
  private final Map<String, Integer> numbers = new HashMap<>();

  private ElementMapper(Set<String> taken) {
    this.taken = taken;
  }

  static List<Element> elements(Place list) {
    Set<String> named = new HashSet<>();
    Elements.deep(list).forEach(element -> element.text("name").ifPresent(named::add));
    return new ElementMapper(named).all(list);
  }

  private List<Element> all(Place list) {
    return list.items().stream().map(this::element).toList();
  }

  private Element element(Place place) {
    String kind = Elements.kind(place).orElseThrow();
    Element element = element(kind, place.text("name").orElseGet(() -> free(kind)), place);
    List<Element> onFault = all(place.at("onFault"));
    return onFault.isEmpty() ? element : new Element.Guarded(element, onFault);
  }

  private Element element(String kind, String name, Place place) {
    return switch (kind) {
      case "call" -> new Element.CallIntegration(name, text(place, kind), expressions(place.at("input")));
      case "action" ->
          new Element.CallAction(
              name, text(place, kind), expressions(place.at("input")), expressions(place.at("output")));
      case "assign" -> {
        Map.Entry<String, Place> variable = place.at(kind).members().get(0);
        yield new Element.Assign(name, variable.getKey(), variable.getValue().text().orElseThrow());
      }
      case "updateRequest" -> new Element.UpdateRequest(name, expressions(place.at(kind)));
      case "updateCase" -> new Element.UpdateCase(name, expressions(place.at(kind)));
      case "getRecords" ->
          new Element.GetRecords(
              name,
              text(place, kind),
              expressions(place.at("where")),
              place.has("limit") ? place.at("limit").node().intValue() : DEFAULT_LIMIT,
              text(place, "into"));
      case "createRecord" ->
          new Element.CreateRecord(name, text(place, kind), expressions(place.at("values")), place.text("into"));
      case "updateRecord" ->
          new Element.UpdateRecord(name, text(place, kind), text(place, "key"), expressions(place.at("values")));
      case "decide" -> new Element.Decide(name, rules(place.items(kind)), all(place.at("otherwise")));
      case "forEach" -> new Element.ForEach(name, text(place, kind), text(place, "item"), all(place.at("do")));
      case "subflow" ->
          new Element.Subflow(
              name, text(place, kind), expressions(place.at("input")), expressions(place.at("output")));
      case "notify" ->
          new Element.Notify(
              name,
              Element.Notify.Channel.valueOf(text(place, kind)),
              text(place, "to"),
              text(place, "subject"),
              text(place, "text"));
      case "wait" -> wait(name, place.at(kind));
      case "closeCase" -> new Element.CloseCase(name, Resolution.valueOf(text(place, kind)), place.text("reason"));
      case "raiseIncident" -> new Element.RaiseIncident(name, text(place, kind), text(place, "message"));
      default -> new Element.CustomError(name, text(place, kind), text(place, "message"));
    };
  }

  private Element wait(String name, Place wait) {
    if (wait.has("for")) {
      return new Element.WaitFor(name, TimeText.expression(text(wait, "for")), wait.text("calendar"));
    } else if (wait.has("until")) {
      return new Element.WaitUntil(name, TimeText.expression(text(wait, "until")));
    }
    return new Element.WaitForEvent(
        name,
        text(wait, "event"),
        wait.text("into"),
        wait.text("timeout").map(TimeText::expression),
        all(wait.at("onTimeout")));
  }

  private List<Element.Rule> rules(List<Place> rules) {
    return rules.stream().map(rule -> new Element.Rule(text(rule, "when"), all(rule.at("then")))).toList();
  }

  private String free(String kind) {
    String name;
    do {
      name = kind + numbers.merge(kind, 1, Integer::sum);
    } while (!taken.add(name));
    return name;
  }

  private static String text(Place place, String key) {
    return place.text(key).orElseThrow();
  }

  static Map<String, String> expressions(Place place) {
    Map<String, String> expressions = new LinkedHashMap<>();
    place.members().forEach(member -> expressions.put(member.getKey(), member.getValue().text().orElseThrow()));
    return expressions;
  }
}
