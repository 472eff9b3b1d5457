package org.casebound.fulfillment.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Elements in a tree. */
final class Elements {
  private static final List<String> KINDS =
      List.of(
          "call", "action", "assign", "updateRequest", "updateCase", "getRecords", "createRecord", "updateRecord",
          "decide", "forEach", "subflow", "notify", "wait", "closeCase", "raiseIncident", "error");

  private Elements() {}

  /** The key that says what the element does. */
  static Optional<String> kind(Place element) {
    return KINDS.stream().filter(element::has).findFirst();
  }

  /** The lists of elements inside an element. */
  static List<Place> nested(Place element) {
    List<Place> lists = new ArrayList<>();
    lists.add(element.at("onFault"));
    element.items("decide").forEach(rule -> lists.add(rule.at("then")));
    lists.add(element.at("otherwise"));
    lists.add(element.at("do"));
    lists.add(element.at("wait").at("onTimeout"));
    return lists;
  }

  /** All elements of a list, and those inside them, in the order of the text. */
  static List<Place> deep(Place list) {
    List<Place> all = new ArrayList<>();
    collect(list, all);
    return all;
  }

  private static void collect(Place list, List<Place> all) {
    for (Place element : list.items()) {
      all.add(element);
      nested(element).forEach(inner -> collect(inner, all));
    }
  }

  /** The lists of elements of a flow: its own, or those of its steps. */
  static List<Place> lists(Place flow) {
    Stream<Place> steps =
        BundleIndex.steps(flow).stream().flatMap(step -> Stream.of(step.at("background"), step.at("undo")));
    return Stream.concat(Stream.of(flow.at("elements")), steps).toList();
  }
}
