package org.casebound.fulfillment.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes in the text of a bundle. Each change is made in the text, so comments, order and quotes of everything else stay; then the new
 * text is read, and if it says anything but the old text with that change, it is refused. Places are JSON pointers. Pure.
 */
public final class BundleEdit {
  private BundleEdit() {}

  /**
   * An item of a list goes to another place in it, and those on the way make room; the comments above an item go with it.
   *
   * @param by how many places down; up when negative
   * @throws OutlineRefused OUTLINE-001 when there is no such item, OUTLINE-002 when it can only be changed in the text, OUTLINE-004 when the list
   *     ends before
   */
  public static String move(String text, String pointer, int by) {
    YamlText yaml = YamlText.of(text);
    SequenceNode list = listOf(yaml, pointer);
    int from = indexOf(pointer);
    int to = from + by;
    if (to < 0 || to >= list.getValue().size()) {
      throw new OutlineRefused("OUTLINE-004", "It is the %s of its list already.".formatted(by < 0 ? "first" : "last"));
    }
    Blocks blocks = Blocks.of(yaml, list);
    Object expected = change(yaml, parent(pointer), found -> asList(found).add(to, asList(found).remove(from)));
    return checked(blocks.moved(from, to), expected);
  }

  /**
   * Takes an item out of its list, with the comments above it.
   *
   * @throws OutlineRefused OUTLINE-001 when there is no such item, OUTLINE-002 when it can only be changed in the text
   */
  public static String remove(String text, String pointer) {
    YamlText yaml = YamlText.of(text);
    SequenceNode list = listOf(yaml, pointer);
    int index = indexOf(pointer);
    Object expected = change(yaml, parent(pointer), found -> asList(found).remove(index));
    String after =
        list.getValue().size() > 1 || YamlText.inBrackets(list)
            ? Blocks.of(yaml, list).without(index)
            : Splice.replace(text, yaml.lineStart(yaml.dash(list.getValue().get(0))), yaml.nextLine(yaml.end(list)), "");
    boolean emptied = list.getValue().size() == 1 && !YamlText.inBrackets(list);
    return checked(emptied ? withEmptyList(after, yaml, parent(pointer)) : after, expected);
  }

  private static String withEmptyList(String after, YamlText before, String listPointer) {
    NodeTuple entry = entryOf(before, listPointer);
    int colon = before.colon(entry);
    return Splice.replace(after, colon + 1, colon + 1, " []");
  }

  /**
   * Adds an item to a list.
   *
   * @param listPointer the list; its key may be missing yet
   * @param index before which item; the size of the list adds it at the end
   * @param value a map, a list or a single value
   * @throws OutlineRefused OUTLINE-001 when there is no such place, OUTLINE-002 when it can only be changed in the text
   */
  public static String add(String text, String listPointer, int index, Object value) {
    YamlText yaml = YamlText.of(text);
    if (yaml.find(listPointer).isEmpty()) {
      return put(text, parent(listPointer), last(listPointer), List.of(value));
    }
    if (!(yaml.at(listPointer) instanceof SequenceNode list)) {
      throw OutlineRefused.notHere();
    } else if (index < 0 || index > list.getValue().size()) {
      throw OutlineRefused.noSuchPlace(listPointer);
    }
    Object expected = change(yaml, listPointer, found -> asList(found).add(index, YamlValue.plain(value)));
    if (list.getValue().isEmpty()) {
      NodeTuple entry = entryOf(yaml, listPointer);
      boolean block = !YamlText.inBrackets(parentOf(yaml, listPointer));
      int indent = yaml.column(yaml.start(entry.getKeyNode())) + 2;
      String items = block ? "\n" + " ".repeat(indent) + YamlValue.block(List.of(value), indent) : " " + YamlValue.inline(List.of(value));
      return checked(Splice.replace(text, yaml.colon(entry) + 1, yaml.end(list), items), expected);
    }
    return checked(Blocks.of(yaml, list).with(index, value), expected);
  }

  /**
   * Sets a member of a map that is a single value; an empty text takes it out.
   *
   * @param value a text, a number or a truth value
   * @throws OutlineRefused OUTLINE-001 when there is no such map, OUTLINE-002 when it can only be changed in the text
   */
  public static String set(String text, String mapPointer, String key, Object value) {
    YamlText yaml = YamlText.of(text);
    Node map = yaml.at(mapPointer);
    if (!(map instanceof MappingNode)) {
      throw OutlineRefused.notHere();
    }
    NodeTuple entry = YamlText.entry(map, key).orElse(null);
    if (value.equals("")) {
      return entry == null ? text : take(yaml, mapPointer, key, entry);
    } else if (entry == null) {
      return put(text, mapPointer, key, value);
    } else if (!(entry.getValueNode() instanceof ScalarNode old)) {
      throw OutlineRefused.notHere();
    }
    Object expected = change(yaml, mapPointer, found -> asMap(found).put(new YamlValue.Scalar(key, true), YamlValue.plain(value)));
    int begin = yaml.colon(entry) + 1;
    String after = Splice.replace(text, begin, Math.max(begin, yaml.end(entry.getValueNode())), " " + YamlValue.inline(value));
    return checked(after, expected);
  }

  /** Puts a new member behind the last one of a map. */
  private static String put(String text, String mapPointer, String key, Object value) {
    YamlText yaml = YamlText.of(text);
    if (!(yaml.at(mapPointer) instanceof MappingNode map) || map.getValue().isEmpty()) {
      throw OutlineRefused.notHere();
    }
    Object expected = change(yaml, mapPointer, found -> asMap(found).put(new YamlValue.Scalar(key, true), YamlValue.plain(value)));
    NodeTuple lastEntry = map.getValue().get(map.getValue().size() - 1);
    int end = yaml.endOf(lastEntry);
    if (YamlText.inBrackets(map)) {
      return checked(Splice.replace(text, end, end, ", " + key + ": " + YamlValue.inline(value)), expected);
    }
    int indent = yaml.column(yaml.start(map.getValue().get(0).getKeyNode()));
    String member = " ".repeat(indent) + YamlValue.block(Map.of(key, value), indent) + "\n";
    int line = yaml.nextLine(end);
    boolean open = line > 0 && text.charAt(line - 1) != '\n';
    return checked(Splice.replace(text, line, line, open ? "\n" + member : member), expected);
  }

  private static String take(YamlText yaml, String mapPointer, String key, NodeTuple entry) {
    MappingNode map = (MappingNode) yaml.at(mapPointer);
    int index = map.getValue().indexOf(entry);
    if (map.getValue().size() == 1) {
      throw OutlineRefused.notHere();
    }
    Object expected = change(yaml, mapPointer, found -> asMap(found).remove(new YamlValue.Scalar(key, true)));
    int start = yaml.start(entry.getKeyNode());
    String after;
    if (YamlText.inBrackets(map)) {
      int from = index == 0 ? start : yaml.endOf(map.getValue().get(index - 1));
      int to = index == 0 ? yaml.start(map.getValue().get(1).getKeyNode()) : yaml.endOf(entry);
      after = Splice.replace(yaml.text(), from, to, "");
    } else if (index == 0) {
      after = Splice.replace(yaml.text(), start, yaml.start(map.getValue().get(1).getKeyNode()), "");
    } else {
      after = Splice.replace(yaml.text(), yaml.lineStart(start), yaml.nextLine(yaml.endOf(entry)), "");
    }
    return checked(after, expected);
  }

  private interface Change {
    void make(Object found);
  }

  /** What the text says, with one change. */
  private static Object change(YamlText yaml, String pointer, Change change) {
    Object all = YamlValue.of(yaml.root());
    Object found = all;
    for (String part : YamlText.parts(pointer)) {
      found = found instanceof List<?> list ? list.get(Integer.parseInt(part)) : asMap(found).get(new YamlValue.Scalar(part, true));
    }
    change.make(found);
    return all;
  }

  private static String checked(String text, Object expected) {
    Object said;
    try {
      said = YamlValue.of(YamlText.of(text).root());
    } catch (OutlineRefused unreadable) {
      throw OutlineRefused.notHere();
    }
    if (!said.equals(expected)) {
      throw OutlineRefused.notHere();
    }
    return text;
  }

  private static SequenceNode listOf(YamlText yaml, String pointer) {
    yaml.at(pointer);
    if (parentOf(yaml, pointer) instanceof SequenceNode list) {
      return list;
    }
    throw OutlineRefused.noSuchPlace(pointer);
  }

  private static Node parentOf(YamlText yaml, String pointer) {
    return yaml.at(parent(pointer));
  }

  private static NodeTuple entryOf(YamlText yaml, String pointer) {
    return YamlText.entry(parentOf(yaml, pointer), last(pointer)).orElseThrow(OutlineRefused::notHere);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> asList(Object found) {
    return (List<Object>) found;
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> asMap(Object found) {
    return (Map<Object, Object>) found;
  }

  private static int indexOf(String pointer) {
    List<String> parts = new ArrayList<>(YamlText.parts(pointer));
    return Integer.parseInt(parts.get(parts.size() - 1));
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }
}
