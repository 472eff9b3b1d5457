package org.casebound.fulfillment.outline;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML text with the places of what is in it, by JSON pointer. Immutable. */
final class YamlText {
  private final String text;
  private final Node root;
  private final boolean onlyWholeCharacters;

  private YamlText(String text, Node root) {
    this.text = text;
    this.root = root;
    this.onlyWholeCharacters = text.codePointCount(0, text.length()) == text.length();
  }

  /** @throws OutlineRefused OUTLINE-003 when the text is no YAML */
  static YamlText of(String text) {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).setBufferSize(text.length() + 1).build();
    try {
      return new YamlText(text, new Compose(settings).composeString(text).orElseThrow(() -> unreadable("it is empty")));
    } catch (YamlEngineException broken) {
      throw unreadable(String.valueOf(broken.getMessage()));
    }
  }

  private static OutlineRefused unreadable(String why) {
    return new OutlineRefused("OUTLINE-003", "The text is not YAML, so it has no outline; mend it first: %s".formatted(why));
  }

  String text() {
    return text;
  }

  Node root() {
    return root;
  }

  /** @throws OutlineRefused OUTLINE-001 when there is nothing at that place */
  Node at(String pointer) {
    return find(pointer).orElseThrow(() -> OutlineRefused.noSuchPlace(pointer));
  }

  Optional<Node> find(String pointer) {
    Optional<Node> current = Optional.of(root);
    for (String part : parts(pointer)) {
      current = current.flatMap(node -> child(node, part));
    }
    return current;
  }

  static List<String> parts(String pointer) {
    return pointer.isEmpty() ? List.of() : List.of(pointer.substring(1).split("/", -1));
  }

  private static Optional<Node> child(Node node, String part) {
    if (node instanceof SequenceNode list) {
      int index = part.matches("[0-9]{1,6}") ? Integer.parseInt(part) : -1;
      return index >= 0 && index < list.getValue().size() ? Optional.of(list.getValue().get(index)) : Optional.empty();
    }
    return entry(node, part).map(NodeTuple::getValueNode);
  }

  /** The entry of a mapping; empty when the node is none, too. */
  static Optional<NodeTuple> entry(Node node, String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
            .findFirst()
        : Optional.empty();
  }

  static boolean inBrackets(Node node) {
    return node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.FLOW
        || node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW;
  }

  int start(Node node) {
    return index(node.getStartMark().orElseThrow());
  }

  /** Behind the last character that belongs to the node. */
  int end(Node node) {
    if (inBrackets(node)) {
      return index(node.getEndMark().orElseThrow());
    } else if (node instanceof SequenceNode list) {
      return list.getValue().isEmpty() ? start(node) : end(list.getValue().get(list.getValue().size() - 1));
    } else if (node instanceof MappingNode mapping) {
      return mapping.getValue().isEmpty() ? start(node) : endOf(mapping.getValue().get(mapping.getValue().size() - 1));
    }
    int end = index(node.getEndMark().orElseThrow());
    while (end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Behind the last character of an entry; one without a value ends with its colon. */
  int endOf(NodeTuple entry) {
    return Math.max(end(entry.getValueNode()), colon(entry) + 1);
  }

  /** The colon behind the key of an entry. */
  int colon(NodeTuple entry) {
    return text.indexOf(':', index(entry.getKeyNode().getEndMark().orElseThrow()));
  }

  int column(int index) {
    return index - lineStart(index);
  }

  int lineStart(int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  /** Behind the line break of the line; the length of the text in the last line. */
  int nextLine(int index) {
    int end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end + 1;
  }

  /** The dash before an item of a list that is not written in brackets. */
  int dash(Node item) {
    int at = start(item) - 1;
    while (at >= 0 && text.charAt(at) != '-') {
      at--;
    }
    return at;
  }

  private int index(Mark mark) {
    return onlyWholeCharacters ? mark.getIndex() : text.offsetByCodePoints(0, mark.getIndex());
  }

  /** Line of a place, counted from 1. */
  int line(Node node) {
    return node.getStartMark().orElseThrow().getLine() + 1;
  }
}
