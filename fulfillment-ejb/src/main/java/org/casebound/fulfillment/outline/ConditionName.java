package org.casebound.fulfillment.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Something that a condition can ask, e.g. {@code request.amount}.
 *
 * @param path name in expressions
 * @param kind what can be compared with it
 */
public record ConditionName(String path, Kind kind) {
  private static final Set<String> NUMBERS = Set.of("Number", "Integer", "Currency", "Percentage");
  private static final Set<String> FLAGS = Set.of("Checkbox", "Toggle");
  private static final Set<String> LISTS = Set.of("MultiSelectPicklist", "ListOfString", "ListOfAttachment");

  /** Types that no row can ask; CEL can, but for a DisplayText. */
  private static final Set<String> UNASKED = Set.of("ListOfInteger", "ListOfDouble", "ListOfBoolean", "Map", "ListOfMaps", "DisplayText");

  /** What can be compared with it. */
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    LIST
  }

  /**
   * What conditions of a bundle can ask: the case, the attributes, and how steps ended.
   *
   * @throws OutlineRefused OUTLINE-003 when the text is no YAML
   */
  public static List<ConditionName> of(String text) {
    YamlText yaml = YamlText.of(text);
    List<ConditionName> names = new ArrayList<>();
    List.of("case.status", "case.priority", "case.subject", "case.requester").forEach(path -> names.add(new ConditionName(path, Kind.TEXT)));
    for (OutlineLine line : BundleOutline.of(text)) {
      Node node = yaml.at(line.pointer());
      String type = value(node, "type").orElse("");
      if (line.kind() == OutlineKind.ATTRIBUTE && !UNASKED.contains(type)) {
        value(node, "name").ifPresent(name -> names.add(new ConditionName("request." + name, kindOf(type))));
      } else if (line.kind() == OutlineKind.STEP) {
        value(node, "name").ifPresent(name -> names.add(new ConditionName("steps." + name + ".outcome", Kind.TEXT)));
      }
    }
    return List.copyOf(names);
  }

  /** The same for the conditions of one line: an attribute asks those before it only. */
  public static List<ConditionName> of(String text, OutlineLine line) {
    if (line.kind() != OutlineKind.ATTRIBUTE) {
      return of(text);
    }
    List<String> before =
        BundleOutline.of(text).stream()
            .filter(other -> other.kind() == OutlineKind.ATTRIBUTE)
            .takeWhile(other -> !other.pointer().equals(line.pointer()))
            .flatMap(other -> value(YamlText.of(text).at(other.pointer()), "name").stream())
            .map(name -> "request." + name)
            .toList();
    return of(text).stream().filter(name -> before.contains(name.path())).toList();
  }

  private static Kind kindOf(String type) {
    if (NUMBERS.contains(type)) {
      return Kind.NUMBER;
    } else if (FLAGS.contains(type)) {
      return Kind.FLAG;
    }
    return LISTS.contains(type) ? Kind.LIST : Kind.TEXT;
  }

  private static Optional<String> value(Node node, String key) {
    return YamlText.entry(node, key)
        .map(NodeTuple::getValueNode)
        .filter(ScalarNode.class::isInstance)
        .map(single -> ((ScalarNode) single).getValue());
  }
}
