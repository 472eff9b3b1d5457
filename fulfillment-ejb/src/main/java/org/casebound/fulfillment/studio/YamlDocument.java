package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A YAML document as a JSON tree that knows its places.
 *
 * @param root the tree
 * @param values where each value begins, by JSON pointer
 * @param keys where each key begins, by the pointer of its value
 * @param scalars how each text was written, by JSON pointer
 */
record YamlDocument(
    JsonNode root,
    Map<String, Position> values,
    Map<String, Position> keys,
    Map<String, ScalarSource> scalars) {

  /** Where the value begins; that of its nearest known parent when there is none. */
  Position value(String pointer) {
    return nearest(values, pointer);
  }

  /** Where the key of the value begins; the value itself when it has no key. */
  Position key(String pointer) {
    Position position = keys.get(pointer);
    return position != null ? position : value(pointer);
  }

  /**
   * A place inside a text.
   *
   * @param line line in the text, counted from 1
   * @param column column in that line, counted from 0
   */
  Position inside(String pointer, int line, int column) {
    ScalarSource source = scalars.get(pointer);
    return source == null ? value(pointer) : source.position(line, column);
  }

  private static Position nearest(Map<String, Position> positions, String pointer) {
    String current = pointer;
    @Nullable Position found = positions.get(current);
    while (found == null && !current.isEmpty()) {
      current = Pointer.parent(current);
      found = positions.get(current);
    }
    return found == null ? Position.START : found;
  }
}
