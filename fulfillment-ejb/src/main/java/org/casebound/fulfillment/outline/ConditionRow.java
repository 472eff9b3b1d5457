package org.casebound.fulfillment.outline;

import java.math.BigDecimal;

/**
 * One row of a condition as a form has it, and the CEL that it means.
 *
 * @param name what is asked
 * @param value what it is compared with; not used by {@link Operator#HAS_VALUE} and {@link Operator#HAS_NONE}
 */
public record ConditionRow(ConditionName name, Operator operator, String value) {

  /** How it is asked. */
  public enum Operator {
    IS("=="),
    IS_NOT("!="),
    MORE_THAN(">"),
    AT_LEAST(">="),
    LESS_THAN("<"),
    AT_MOST("<="),
    CONTAINS(""),
    HAS_VALUE(""),
    HAS_NONE("");

    private final String cel;

    Operator(String cel) {
      this.cel = cel;
    }
  }

  /** How a row is joined to what is there already. */
  public enum Join {
    AND,
    OR
  }

  /**
   * The row as CEL.
   *
   * @throws OutlineRefused OUTLINE-005 when a number is none
   */
  public String cel() {
    return switch (operator) {
      case HAS_VALUE -> "has(" + name.path() + ")";
      case HAS_NONE -> "!has(" + name.path() + ")";
      case CONTAINS -> name.kind() == ConditionName.Kind.LIST ? quoted() + " in " + name.path() : name.path() + ".contains(" + quoted() + ")";
      default -> name.path() + " " + operator.cel + " " + constant();
    };
  }

  private String constant() {
    return switch (name.kind()) {
      case NUMBER -> number();
      case FLAG -> Boolean.toString(Boolean.parseBoolean(value.strip()));
      default -> quoted();
    };
  }

  private String number() {
    try {
      return new BigDecimal(value.strip()).toPlainString();
    } catch (NumberFormatException none) {
      throw new OutlineRefused("OUTLINE-005", "'%s' is no number.".formatted(value));
    }
  }

  private String quoted() {
    return "'" + value.strip().replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** The condition with this row behind it. */
  public String behind(String condition, Join join) {
    if (condition.isBlank()) {
      return cel();
    }
    boolean bind = join == Join.AND && condition.contains("||");
    return (bind ? "(" + condition.strip() + ")" : condition.strip()) + (join == Join.AND ? " && " : " || ") + cel();
  }
}
