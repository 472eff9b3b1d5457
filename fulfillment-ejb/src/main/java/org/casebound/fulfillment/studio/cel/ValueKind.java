package org.casebound.fulfillment.studio.cel;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.Set;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.definition.VariableDefinition;

/** What kind of value an expression gives, or a name holds. */
public enum ValueKind {
  TEXT("a text", SimpleType.STRING, Set.of(CelKind.STRING)),
  NUMBER("a number", SimpleType.DOUBLE, Set.of(CelKind.DOUBLE, CelKind.INT, CelKind.UINT)),
  INTEGER("a whole number", SimpleType.INT, Set.of(CelKind.INT, CelKind.UINT)),
  TRUTH("true or false", SimpleType.BOOL, Set.of(CelKind.BOOL)),
  TEXTS("a list of texts", ListType.create(SimpleType.STRING), Set.of(CelKind.LIST)),
  INTEGERS("a list of whole numbers", ListType.create(SimpleType.INT), Set.of(CelKind.LIST)),
  NUMBERS("a list of numbers", ListType.create(SimpleType.DOUBLE), Set.of(CelKind.LIST)),
  TRUTHS("a list of true or false", ListType.create(SimpleType.BOOL), Set.of(CelKind.LIST)),
  ROWS("a list of maps", ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN)), Set.of(CelKind.LIST)),
  LIST("a list", ListType.create(SimpleType.DYN), Set.of(CelKind.LIST)),
  MAP("a map", MapType.create(SimpleType.STRING, SimpleType.DYN), Set.of(CelKind.MAP, CelKind.STRUCT)),
  /** An ISO 8601 duration. */
  DURATION("a duration", SimpleType.STRING, Set.of(CelKind.STRING, CelKind.DURATION)),
  /** An ISO 8601 date or time. */
  TIME("a date or time", SimpleType.STRING, Set.of(CelKind.STRING, CelKind.TIMESTAMP)),
  ANY("any value", SimpleType.DYN, Set.of());

  private final String words;
  private final CelType type;
  private final Set<CelKind> accepted;

  ValueKind(String words, CelType type, Set<CelKind> accepted) {
    this.words = words;
    this.type = type;
    this.accepted = accepted;
  }

  /** The kind of an attribute's value. Dates and times are ISO texts. */
  public static ValueKind of(AttributeType type) {
    return switch (type) {
      case NUMBER, CURRENCY, PERCENTAGE -> NUMBER;
      case INTEGER -> INTEGER;
      case CHECKBOX, TOGGLE -> TRUTH;
      case MULTI_SELECT_PICKLIST, LIST_OF_STRING, LIST_OF_ATTACHMENT -> TEXTS;
      case LIST_OF_INTEGER -> INTEGERS;
      case LIST_OF_DOUBLE -> NUMBERS;
      case LIST_OF_BOOLEAN -> TRUTHS;
      case LIST_OF_MAPS -> ROWS;
      case MAP -> MAP;
      default -> TEXT;
    };
  }

  /** The kind of a declared variable's value. */
  public static ValueKind of(VariableDefinition.Type type) {
    return switch (type) {
      case TEXT -> TEXT;
      case NUMBER -> NUMBER;
      case BOOLEAN -> TRUTH;
      case LIST -> LIST;
      case MAP -> MAP;
      case ANY -> ANY;
    };
  }

  /** The kind in words, for messages. */
  public String words() {
    return words;
  }

  CelType type() {
    return type;
  }

  boolean accepts(CelType result) {
    return this == ANY || result.kind() == CelKind.DYN || result.kind() == CelKind.ANY || accepted.contains(result.kind());
  }
}
