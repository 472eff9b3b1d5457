package org.casebound.fulfillment.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Values that have names of their own: what a call is given, what an action, a flow or a back office gives back, variables and attributes
 * that are set. A form shows each of them, and can add one.
 */
public final class OutlineMembers {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

  /** Maps of an element, by what it does. */
  private static final Map<String, List<String>> OF_ELEMENT =
      Map.of(
          "call", List.of("input"),
          "action", List.of("input", "output"),
          "subflow", List.of("input", "output"),
          "assign", List.of("assign"),
          "updateRequest", List.of("updateRequest"),
          "getRecords", List.of("where"),
          "createRecord", List.of("values"),
          "updateRecord", List.of("values"));

  /** Maps without which an element says nothing. */
  private static final List<String> NEEDED = List.of("assign", "updateRequest");

  private OutlineMembers() {}

  /** Which maps belong to the line: members of its own map. */
  public static List<String> maps(OutlineLine line) {
    return switch (line.kind()) {
      case STEP -> line.what().equals("call") || line.what().equals("run") ? List.of("input") : List.of();
      case ELEMENT -> OF_ELEMENT.getOrDefault(line.what(), List.of());
      case INTEGRATION -> List.of("outputs");
      default -> List.of();
    };
  }

  /** A field for each member; a mapping row of an integration has one for each part. */
  static List<OutlineField> of(YamlText yaml, OutlineLine line) {
    List<OutlineField> fields = new ArrayList<>();
    for (String map : maps(line)) {
      if (yaml.find(line.pointer() + "/" + map).orElse(null) instanceof MappingNode members) {
        members.getValue().forEach(member -> add(fields, map, member));
      }
    }
    return fields;
  }

  private static void add(List<OutlineField> fields, String map, NodeTuple member) {
    if (member.getKeyNode() instanceof ScalarNode key && NAME.matcher(key.getValue()).matches()) {
      String path = map + "/" + key.getValue();
      if (member.getValueNode() instanceof MappingNode) {
        fields.add(OutlineField.text(path + "/from"));
        fields.add(OutlineField.expression(path + "/value"));
        fields.add(OutlineField.expression(path + "/default"));
      } else {
        fields.add(OutlineField.expression(path));
      }
    }
  }

  /** Whether the path leads to the only member of a map that may go away with it. */
  static boolean isLast(YamlText yaml, OutlineLine line, String path) {
    String map = path.split("/")[0];
    Node members = path.contains("/") && maps(line).contains(map) ? yaml.find(line.pointer() + "/" + map).orElse(null) : null;
    return !NEEDED.contains(map) && path.split("/").length == 2 && members instanceof MappingNode found && found.getValue().size() == 1;
  }

  /**
   * The text with one more member.
   *
   * @param map one of {@link #maps}
   * @param expression its value
   * @throws OutlineRefused OUTLINE-002 when it can only be written in the text, OUTLINE-006 when the name is none, OUTLINE-007 when it is there
   *     already, OUTLINE-008 without an expression
   */
  public static String add(String text, OutlineLine line, String map, String name, String expression) {
    String place = line.pointer() + "/" + map;
    YamlText yaml = YamlText.of(text);
    if (!maps(line).contains(map)) {
      throw OutlineRefused.noSuchPlace(place);
    } else if (!NAME.matcher(name).matches()) {
      throw new OutlineRefused("OUTLINE-006", "'%s' is no name: use letters, digits and underscores, a letter first.".formatted(name));
    } else if (yaml.find(place + "/" + name).isPresent()) {
      throw new OutlineRefused("OUTLINE-007", "'%s' is there already; change it in its own field.".formatted(name));
    } else if (expression.isBlank()) {
      throw new OutlineRefused("OUTLINE-008", "'%s' needs a value: write an expression.".formatted(name));
    }
    return yaml.find(place).isPresent()
        ? BundleEdit.set(text, place, name, expression.strip())
        : BundleEdit.set(text, line.pointer(), map, Map.of(name, expression.strip()));
  }
}
