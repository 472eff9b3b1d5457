package org.casebound.domain.integration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Article;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Sensitivity;

/**
 * One input of an integration.
 *
 * @param name API name, unique in the integration
 * @param type what it may hold
 * @param defaultValue CEL expression without names, for calls that leave the input out; without one every call must give it
 * @param sensitivity whether the payload log shows it; default {@link Sensitivity#PERSONAL}
 */
public record InputDefinition(String name, Type type, Optional<String> defaultValue, Sensitivity sensitivity) {
  /** Of an input of which nothing is said. */
  public static final Sensitivity DEFAULT_SENSITIVITY = Sensitivity.PERSONAL;

  /** Types of inputs and of outputs. */
  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    LIST,
    MAP,
    /** Whatever JSON can say; the default. */
    ANY;

    /** Whether the value is of the type; an empty text, which stands for no value, always is. */
    public boolean fits(Object value) {
      return value.equals("")
          || switch (this) {
            case TEXT -> value instanceof String;
            case NUMBER -> value instanceof Number;
            case BOOLEAN -> value instanceof Boolean;
            case LIST -> value instanceof List<?>;
            case MAP -> value instanceof Map<?, ?>;
            case ANY -> true;
          };
    }

    /** A value of the type to begin a sample with; it says nothing. */
    public Object example() {
      return switch (this) {
        case TEXT, ANY -> "";
        case NUMBER -> 0L;
        case BOOLEAN -> false;
        case LIST -> List.of();
        case MAP -> Map.of();
      };
    }
  }

  /** An input that holds anything and that every call must give. */
  public static InputDefinition of(String name) {
    return new InputDefinition(name, Type.ANY, Optional.empty(), DEFAULT_SENSITIVITY);
  }

  /** Whether nothing is said of it but its name. */
  public boolean isPlain() {
    return equals(of(name));
  }

  /**
   * The value, when the input may hold it.
   *
   * @throws RuleViolation INTG-001 when it may not
   */
  public Object checked(Object value) {
    if (!type.fits(value)) {
      throw new RuleViolation(
          "INTG-001",
          "Input '%s' is %s and can not hold %s; mend the expression of the call or the type of the input."
              .formatted(name, Article.with(type.toString()), Article.with(value.getClass().getSimpleName())));
    }
    return value;
  }
}
