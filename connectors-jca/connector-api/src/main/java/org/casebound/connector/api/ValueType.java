package org.casebound.connector.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a member of a {@link JsonTree} may be. */
public enum ValueType {
  TEXT,
  NUMBER,
  BOOLEAN,
  LIST,
  MAP;

  /** Any value. */
  public static final Set<ValueType> ANY = Set.of(values());

  /** What stands in one place of a text, such as a path, a cell or a parameter. */
  public static final Set<ValueType> SCALAR = Set.of(TEXT, NUMBER, BOOLEAN);

  /** Whether a value of a JSON tree is of this type. */
  public boolean fits(Object value) {
    return switch (this) {
      case TEXT -> value instanceof String;
      case NUMBER -> value instanceof Number;
      case BOOLEAN -> value instanceof Boolean;
      case LIST -> value instanceof List<?>;
      case MAP -> value instanceof Map<?, ?>;
    };
  }
}
