package org.casebound.fulfillment.outline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The text of a bundle as lines: its process with the attributes, its flows with stages, steps and elements, integrations and queues. */
public final class BundleOutline {
  private static final List<String> FLOW_KINDS = List.of("stages", "elements");
  private static final List<String> STEP_KINDS = List.of("interactive", "background", "call", "run");
  private static final List<String> ELEMENT_KINDS =
      List.of(
          "call", "action", "assign", "updateRequest", "updateCase", "getRecords", "createRecord", "updateRecord", "decide", "forEach", "subflow",
          "notify", "wait", "closeCase", "raiseIncident", "error");

  /** What else is written beside the member that says what an element does. */
  private static final Map<String, List<String>> BESIDE =
      Map.of(
          "closeCase", List.of("reason"),
          "notify", List.of("to", "subject", "text"),
          "forEach", List.of("item"),
          "raiseIncident", List.of("message"),
          "error", List.of("message"));

  private final YamlText yaml;
  private final List<OutlineLine> lines = new ArrayList<>();

  private BundleOutline(YamlText yaml) {
    this.yaml = yaml;
  }

  /**
   * The lines of a text, in the order in which they are shown.
   *
   * @throws OutlineRefused OUTLINE-003 when the text is no YAML
   */
  public static List<OutlineLine> of(String text) {
    BundleOutline outline = new BundleOutline(YamlText.of(text));
    outline.yaml.find("/process").ifPresent(process -> outline.add("/process", process, OutlineKind.PROCESS, "", 0, true, true));
    outline.list("/flows", "flows", OutlineKind.FLOW, 0);
    outline.list("/integrations", "integrations", OutlineKind.INTEGRATION, 0);
    outline.list("/queues", "queues", OutlineKind.QUEUE, 0);
    return List.copyOf(outline.lines);
  }

  private void list(String pointer, String list, OutlineKind kind, int depth) {
    if (yaml.find(pointer).orElse(null) instanceof SequenceNode items) {
      int size = items.getValue().size();
      for (int i = 0; i < size; i++) {
        add(pointer + "/" + i, items.getValue().get(i), kind, list, depth, i == 0, i == size - 1);
      }
    }
  }

  private void add(String pointer, Node node, OutlineKind kind, String list, int depth, boolean first, boolean last) {
    String what = what(node, kind);
    lines.add(new OutlineLine(pointer, depth, kind, list, what, title(node, what), yaml.line(node), first, last));
    kind.lists().forEach(below -> list(pointer + "/" + below, below, kind.in(below), depth + 1));
  }

  private static String what(Node node, OutlineKind kind) {
    List<String> kinds =
        switch (kind) {
          case ATTRIBUTE, FORM_FIELD -> holdsColumns(node) ? List.of("type") : List.of();
          case FLOW -> FLOW_KINDS;
          case STEP -> STEP_KINDS;
          case ELEMENT -> ELEMENT_KINDS;
          default -> List.of();
        };
    return kinds.stream().filter(key -> YamlText.entry(node, key).isPresent()).findFirst().orElse("");
  }

  private static boolean holdsColumns(Node attribute) {
    return YamlText.entry(attribute, "type")
        .map(NodeTuple::getValueNode)
        .filter(type -> type instanceof ScalarNode single && List.of("Map", "ListOfMaps").contains(single.getValue()))
        .isPresent();
  }

  private static String title(Node node, String what) {
    if (node instanceof ScalarNode single) {
      return single.getValue();
    }
    return Stream.of("label", "name", what, "when", "goTo", "to", "queue")
        .map(key -> YamlText.entry(node, key).map(NodeTuple::getValueNode))
        .flatMap(Optional::stream)
        .filter(ScalarNode.class::isInstance)
        .map(value -> ((ScalarNode) value).getValue())
        .findFirst()
        .orElse("");
  }

  /**
   * What the fields of a line say now, by their path; a field that says nothing is empty, one that is written as a list or map is left out.
   *
   * @throws OutlineRefused OUTLINE-001 when there is no such line
   */
  public static Map<OutlineField, String> values(String text, OutlineLine line) {
    YamlText yaml = YamlText.of(text);
    yaml.at(line.pointer());
    Map<OutlineField, String> values = new LinkedHashMap<>();
    Stream.concat(line.kind().fields().stream(), OutlineMembers.of(yaml, line).stream())
        .forEach(
            field -> {
              Optional<Node> value = yaml.find(line.pointer() + "/" + field.path());
              if (value.isEmpty() && fits(field, line)) {
                values.put(field, "");
              } else if (value.orElse(null) instanceof ScalarNode single) {
                values.put(field, single.getValue());
              }
            });
    return values;
  }

  /** A step of people has no call, and an element that calls closes no case. */
  private static boolean fits(OutlineField field, OutlineLine line) {
    String top = field.path().split("/")[0];
    if (OutlineMembers.maps(line).contains(top)) {
      return true;
    }
    return switch (line.kind()) {
      case STEP -> !STEP_KINDS.contains(top) || top.equals(line.what());
      case ELEMENT -> top.equals("name") || top.equals(line.what()) || BESIDE.getOrDefault(line.what(), List.of()).contains(top);
      default -> true;
    };
  }

  /**
   * Changes one field; an empty text takes it out, and a map with its last member.
   *
   * @throws OutlineRefused OUTLINE-002 when it can only be changed in the text, OUTLINE-005 when a number is none
   */
  public static String change(String text, OutlineLine line, OutlineField field, String value) {
    if (value.isBlank() && OutlineMembers.isLast(YamlText.of(text), line, field.path())) {
      return BundleEdit.set(text, line.pointer(), field.path().split("/")[0], "");
    }
    String path = line.pointer() + "/" + field.path();
    int slash = path.lastIndexOf('/');
    return BundleEdit.set(text, path.substring(0, slash), path.substring(slash + 1), typed(field, value.strip()));
  }

  private static Object typed(OutlineField field, String value) {
    if (value.isEmpty()) {
      return value;
    }
    return switch (field.kind()) {
      case NUMBER -> number(value);
      case FLAG -> Boolean.valueOf(value);
      default -> value;
    };
  }

  private static Object number(String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException none) {
      throw new OutlineRefused("OUTLINE-005", "'%s' is no number.".formatted(value));
    }
  }
}
