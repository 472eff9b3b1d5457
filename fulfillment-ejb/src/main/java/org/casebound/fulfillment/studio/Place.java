package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a bundle, and where it is. Asking for something of the wrong kind gives nothing, so that checks can go on beside a
 * mistake.
 */
record Place(String pointer, JsonNode node) {
  static Place root(JsonNode node) {
    return new Place("", node);
  }

  boolean has(String name) {
    return node.isObject() && node.has(name);
  }

  /** The member of that name; an absent one is a missing node. */
  Place at(String name) {
    return new Place(
        Pointer.child(pointer, name), node.isObject() && node.has(name) ? node.get(name) : MissingNode.getInstance());
  }

  /** The text of a scalar, as it was written. */
  Optional<String> text() {
    return node.isTextual() || node.isNumber() || node.isBoolean() ? Optional.of(node.asText()) : Optional.empty();
  }

  /** The text of the member of that name. */
  Optional<String> text(String name) {
    return at(name).text();
  }

  /** Whether the member of that name is true. */
  boolean flag(String name) {
    return at(name).node().asBoolean(false);
  }

  /** The items of a list; nothing when this is no list. */
  List<Place> items() {
    List<Place> items = new ArrayList<>();
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      items.add(item(i));
    }
    return items;
  }

  /** The item at the index of a list. */
  Place item(int index) {
    return new Place(Pointer.child(pointer, index), node.get(index));
  }

  /** The items of the member of that name. */
  List<Place> items(String name) {
    return at(name).items();
  }

  /** The items of a list, or the value itself when it stands for a list of one; nothing when there is no value. */
  List<Place> itemsOrSelf(String name) {
    Place member = at(name);
    return member.node().isTextual() ? List.of(member) : member.items();
  }

  /** The texts of a list, or the text itself when it stands for a list of one. */
  List<String> textsOrSelf(String name) {
    return itemsOrSelf(name).stream().map(item -> item.text().orElseThrow()).toList();
  }

  /** The members of a map, in the order of the text. */
  List<Map.Entry<String, Place>> members() {
    List<Map.Entry<String, Place>> members = new ArrayList<>();
    if (node.isObject()) {
      node.properties()
          .forEach(e -> members.add(Map.entry(e.getKey(), new Place(Pointer.child(pointer, e.getKey()), e.getValue()))));
    }
    return members;
  }
}
