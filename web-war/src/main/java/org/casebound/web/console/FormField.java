package org.casebound.web.console;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.fulfillment.desk.CaseView.AttributeView;
import org.jspecify.annotations.Nullable;

/** One field of a generated form with what the person typed. Its rules are checked by the engine, not here. */
public final class FormField implements Serializable {
  private static final long serialVersionUID = 1L;
  /** Length of a time as browsers send it: to the minute, without its zone. */
  private static final int MINUTES = 16;

  private final transient AttributeDefinition definition;
  private String text;
  private boolean checked;
  private List<String> chosen = List.of();
  private final transient FormRows rows;
  private final @Nullable FileField files;
  private boolean shown = true;
  private String problem = "";

  FormField(AttributeDefinition definition) {
    this(definition, null);
  }

  /** @param files where the files are chosen that the value names; without it the value is a text */
  FormField(AttributeDefinition definition, @Nullable FileField files) {
    this.files = files;
    this.definition = definition;
    this.text = definition.defaultValue().orElse("");
    this.checked = Boolean.parseBoolean(text);
    this.rows = new FormRows(definition);
  }

  /** The value as the engine takes it; empty when nothing was entered. */
  Optional<Object> value() {
    AttributeType type = definition.type();
    if (files != null) {
      // The engine takes the names of the files that come along.
      return Optional.empty();
    }
    if (type.isTruth()) {
      return Optional.of(checked);
    }
    if (!type.hasValue() || isRows()) {
      return rows.value();
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
    return entered.length() == MINUTES
        ? OffsetDateTime.of(LocalDateTime.parse(entered), ZoneOffset.UTC).toInstant().toString()
        : entered;
  }

  /** Name in a draft that may outlive the version of its process: what was entered fits into the same control with the same columns only. */
  String draftName() {
    return getName() + ":" + getShape() + (isRows() ? rows.columns() : "");
  }

  /** What was entered, as {@link #restore} takes it. */
  List<String> kept() {
    return switch (getShape()) {
      case "check", "toggle" -> List.of(String.valueOf(checked));
      case "many" -> chosen;
      case "rows" -> rows.kept();
      default -> List.of(text);
    };
  }

  /** Puts back what was entered before: texts as the browser sent them, {@code true} for a ticked box. */
  void restore(List<String> entered) {
    chosen = List.copyOf(entered);
    checked = entered.contains("true");
    text = entered.isEmpty() ? "" : entered.get(0);
    rows.restore(entered);
  }

  /** Takes a value of another request if it has the name and the type of this field, and is one of its options; answers whether it does. */
  boolean fill(AttributeView known) {
    boolean same = files == null && known.name().equals(getName()) && known.type().equals(definition.type().yamlName());
    List<String> texts = texts(known.value());
    boolean offered = getOptions().isEmpty() || texts.stream().allMatch(text -> getOptions().stream().anyMatch(option -> option.value().equals(text)));
    if (!same || !offered || texts.stream().allMatch(String::isEmpty)) {
      return false;
    }
    restore(texts);
    return true;
  }

  /** A stored value as {@link #restore} takes it. */
  private List<String> texts(Object stored) {
    if (stored instanceof List<?> list) {
      return list.stream().flatMap(each -> texts(each).stream()).toList();
    }
    if (stored instanceof Map<?, ?> row) {
      return definition.columns().stream().map(column -> Objects.toString(row.get(column.name()), "")).toList();
    }
    String text = String.valueOf(stored);
    return List.of(definition.type() == AttributeType.DATETIME && text.length() > MINUTES ? text.substring(0, MINUTES) : text);
  }

  void refuse(String reason) {
    problem = reason;
    rows.accept();
    if (files != null) {
      files.accept();
    }
  }

  /** Puts a problem here, or to the row that it is about; answers whether it belongs here at all. */
  boolean takes(String pointer, String reason) {
    String own = "/" + getName();
    if (pointer.equals(own) || files != null && pointer.startsWith(own + "/")) {
      problem = reason;
      return true;
    }
    return pointer.startsWith(own + "/") && rows.takes(pointer.substring(own.length()), reason);
  }

  /** Whether something was typed that would be a pity to lose. */
  boolean isTouched() {
    return !text.isBlank() || rows.value().isPresent();
  }

  /** What was entered, as people read it: choices by their labels. */
  String shown(Texts texts) {
    if (files != null) {
      return String.join(", ", files.names());
    }
    return switch (definition.type()) {
      case CHECKBOX, TOGGLE -> texts.of(checked ? "form.yes" : "form.no");
      case MULTI_SELECT_PICKLIST -> String.join(", ", chosen.stream().map(this::label).toList());
      default -> label(text.strip());
    };
  }

  /** The same with its label. */
  FactGroup.Fact fact(Texts texts) {
    if (isRows() || getShape().equals("files")) {
      return new FactGroup.Fact(getLabel(), "", false, isRows() ? rows.shown(texts) : files.shown(), List.of());
    }
    return new FactGroup.Fact(getLabel(), shown(texts), false);
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

  /** Whether nothing was entered into it. */
  boolean isBlank() {
    return definition.type().isTruth() ? !checked : text.isBlank();
  }

  /** Whether it depends on others. */
  boolean isConditional() {
    return definition.visibleWhen().isPresent();
  }

  /** It is there, or not; what was entered is kept. */
  void show(boolean there) {
    shown = there;
  }

  /** Whether it is there with what was entered so far. */
  public boolean isShown() {
    return shown;
  }

  /** Whether it has a value at all. */
  boolean isAsked() {
    return definition.type().hasValue();
  }

  boolean isTruth() {
    return definition.type().isTruth();
  }

  private boolean isRows() {
    return getShape().equals("rows");
  }

  /** The files that are chosen; nothing when the value is no file. */
  public @Nullable FileField getFiles() {
    return files;
  }

  /** Whether a case is named here. */
  public boolean isLookup() {
    return definition.type() == AttributeType.LOOKUP;
  }

  /** The rows of a list or a map. */
  public FormRows getRows() {
    return rows;
  }

  /**
   * Which control shows it: {@code line}, {@code area}, {@code check}, {@code toggle}, {@code select}, {@code radio}, {@code many}, {@code
   * rows}, {@code file}, {@code files}, or {@code told} for a text without one.
   */
  public String getShape() {
    if (files != null) {
      return definition.type() == AttributeType.ATTACHMENT ? "file" : "files";
    }
    return switch (definition.type()) {
      case MULTILINE_TEXT -> "area";
      case CHECKBOX -> "check";
      case TOGGLE -> "toggle";
      case LIST_OF_STRING, LIST_OF_INTEGER, LIST_OF_DOUBLE, LIST_OF_BOOLEAN, LIST_OF_ATTACHMENT, MAP, LIST_OF_MAPS -> "rows";
      case DISPLAY_TEXT -> "told";
      case PICKLIST -> "select";
      // While a process is tried, nobody knows the queues of the place where it will be used.
      case QUEUE -> definition.options().isEmpty() ? "line" : "select";
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
