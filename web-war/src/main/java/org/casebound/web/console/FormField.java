package org.casebound.web.console;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.jspecify.annotations.Nullable;

/** One field of a generated form with what the person typed. Its rules are checked by the engine, not here. */
public final class FormField implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient AttributeDefinition definition;
  private String text;
  private boolean checked;
  private List<String> chosen = List.of();
  private String problem = "";

  FormField(AttributeDefinition definition) {
    this.definition = definition;
    this.text = definition.defaultValue().orElse("");
    this.checked = Boolean.parseBoolean(text);
  }

  /** The value as the engine takes it; empty when nothing was entered. */
  Optional<Object> value() {
    AttributeType type = definition.type();
    if (type == AttributeType.CHECKBOX) {
      return Optional.of(checked);
    }
    if (type == AttributeType.MULTI_SELECT_PICKLIST) {
      return chosen.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(chosen));
    }
    String entered = text.strip();
    return entered.isEmpty() ? Optional.empty() : Optional.of(convert(type, entered));
  }

  private static Object convert(AttributeType type, String entered) {
    try {
      return switch (type) {
        case INTEGER -> Long.valueOf(entered);
        case NUMBER, CURRENCY, PERCENTAGE -> new BigDecimal(entered);
        case DATETIME -> instant(entered);
        default -> entered;
      };
    } catch (NumberFormatException notANumber) {
      return entered;
    }
  }

  private static Object instant(String entered) {
    return entered.length() == 16
        ? OffsetDateTime.of(LocalDateTime.parse(entered), ZoneOffset.UTC).toInstant().toString()
        : entered;
  }

  /** What was entered, as {@link #restore} takes it. */
  List<String> kept() {
    return switch (definition.type()) {
      case CHECKBOX -> List.of(String.valueOf(checked));
      case MULTI_SELECT_PICKLIST -> chosen;
      default -> List.of(text);
    };
  }

  /** Puts back what was entered before: texts as the browser sent them, {@code true} for a ticked box. */
  void restore(List<String> entered) {
    chosen = List.copyOf(entered);
    checked = entered.contains("true");
    text = entered.isEmpty() ? "" : entered.get(0);
  }

  void refuse(String reason) {
    problem = reason;
  }

  /** What was entered, as people read it: choices by their labels. */
  String shown(Texts texts) {
    return switch (definition.type()) {
      case CHECKBOX -> texts.of(checked ? "form.yes" : "form.no");
      case MULTI_SELECT_PICKLIST -> String.join(", ", chosen.stream().map(this::label).toList());
      default -> label(text.strip());
    };
  }

  /** The same of a value that is stored. */
  String shown(@Nullable Object stored, Texts texts) {
    if (stored == null) {
      return "";
    }
    FormField other = new FormField(definition);
    other.restore(stored instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of(String.valueOf(stored)));
    return other.shown(texts);
  }

  private String label(String value) {
    return definition.options().stream().filter(o -> o.value().equals(value)).map(AttributeDefinition.Option::label).findFirst().orElse(value);
  }

  /** Which control shows it: {@code line}, {@code area}, {@code check}, {@code select}, {@code radio} or {@code many}. */
  public String getShape() {
    return switch (definition.type()) {
      case MULTILINE_TEXT -> "area";
      case CHECKBOX -> "check";
      case PICKLIST -> "select";
      case RADIO_BUTTON -> "radio";
      case MULTI_SELECT_PICKLIST -> "many";
      default -> "line";
    };
  }

  /** HTML input type of a line. */
  public String getInputType() {
    return switch (definition.type()) {
      case NUMBER, INTEGER, CURRENCY, PERCENTAGE -> "number";
      case DATE -> "date";
      case DATETIME -> "datetime-local";
      case EMAIL -> "email";
      case PHONE -> "tel";
      case URL -> "url";
      default -> "text";
    };
  }

  /** HTML step of a number. */
  public String getStep() {
    return definition.type() == AttributeType.INTEGER ? "1" : "any";
  }

  public String getName() {
    return definition.name();
  }

  public String getLabel() {
    return definition.label();
  }

  public String getDescription() {
    return definition.description();
  }

  public boolean isRequired() {
    return definition.required();
  }

  public List<AttributeDefinition.Option> getOptions() {
    return definition.options();
  }

  public boolean isWrong() {
    return !problem.isEmpty();
  }

  public String getProblem() {
    return problem;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text == null ? "" : text;
    this.problem = "";
  }

  public boolean isChecked() {
    return checked;
  }

  public void setChecked(boolean checked) {
    this.checked = checked;
  }

  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(List<String> chosen) {
    this.chosen = chosen == null ? List.of() : List.copyOf(chosen);
    this.problem = "";
  }
}
