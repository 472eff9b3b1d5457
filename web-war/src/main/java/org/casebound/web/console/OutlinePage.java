package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.casebound.fulfillment.library.DraftView;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.outline.BundleEdit;
import org.casebound.fulfillment.outline.BundleOutline;
import org.casebound.fulfillment.outline.ConditionName;
import org.casebound.fulfillment.outline.ConditionRow;
import org.casebound.fulfillment.outline.OutlineAddition;
import org.casebound.fulfillment.outline.OutlineField;
import org.casebound.fulfillment.outline.OutlineKind;
import org.casebound.fulfillment.outline.OutlineLine;
import org.casebound.fulfillment.outline.OutlineMembers;
import org.casebound.fulfillment.outline.OutlineRefused;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** The draft of a process as an outline: lines that move up and down, come and go, and a form for the chosen one. */
@Named
@ViewScoped
public class OutlinePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProcessLibrary library;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private EarlierDrafts earlier;
  @Inject @Param(pathIndex = 0) private @Nullable String path;
  @Inject @Param(name = "at") private @Nullable String chosen;

  private String name = "";
  private String at = "";
  private int read = -1;
  private final Map<String, String> typed = new HashMap<>();
  private String addition = "";
  private String rowField = "";
  private String rowName = "";
  private ConditionRow.Operator rowOperator = ConditionRow.Operator.IS;
  private ConditionRow.Join rowJoin = ConditionRow.Join.AND;
  private String rowValue = "";
  private String memberMap = "";
  private String memberName = "";
  private String memberValue = "";
  private transient @Nullable DraftView draft;
  private transient @Nullable List<OutlineLine> lines;

  /** Reads the draft. */
  public void open() {
    name = path == null ? "" : path;
    at = chosen == null ? "" : chosen;
    notices
        .read(() -> library.draft(name))
        .ifPresent(
            found -> {
              draft = found;
              read = found.version();
              fill();
            });
  }

  private void fill() {
    line().ifPresent(line -> BundleOutline.values(draft().text(), line).forEach((field, value) -> typed.put(field.path(), value)));
  }

  private DraftView draft() {
    if (draft == null) {
      draft = library.draft(name);
    }
    return draft;
  }

  /** The chosen line goes up. */
  public void up() {
    move(at, -1);
  }

  /** The chosen line goes down. */
  public void down() {
    move(at, 1);
  }

  /** A line goes so many places down among its siblings, or up; it is chosen then. */
  void move(String pointer, int by) {
    int slash = pointer.lastIndexOf('/') + 1;
    boolean listed = pointer.substring(slash).matches("\\d{1,6}");
    change(text -> BundleEdit.move(text, pointer, by), listed ? pointer.substring(0, slash) + (Integer.parseInt(pointer.substring(slash)) + by) : at);
  }

  /** The chosen line goes away, with all below it. */
  public void remove() {
    change(text -> BundleEdit.remove(text, at), "");
  }

  /** What the form says goes into the text. */
  public void apply() {
    change(this::applied, at);
  }

  private String applied(String text) {
    String after = text;
    OutlineLine line = line().orElseThrow();
    for (Map.Entry<OutlineField, String> field : BundleOutline.values(text, line).entrySet()) {
      String wanted = typed(field.getKey().path(), field.getValue()).strip();
      if (!wanted.equals(field.getValue().strip())) {
        after = BundleOutline.change(after, line, field.getKey(), wanted);
      }
    }
    return after;
  }

  /** What was typed; an empty field comes as null. */
  private String typed(String path, String otherwise) {
    return typed.containsKey(path) ? Objects.requireNonNullElse(typed.get(path), "") : otherwise;
  }

  /** Adds what was chosen, and chooses it. */
  public void add() {
    additions().stream()
        .filter(each -> key(each).equals(addition))
        .findFirst()
        .ifPresent(added -> change(added::into, added.pointer()));
  }

  /** What the form says goes into the text, and a value with a name of its own. */
  public void addMember() {
    change(text -> OutlineMembers.add(applied(text), line().orElseThrow(), memberMap, memberName.strip(), memberValue), at);
  }

  /** Writes a row behind a condition of the form; the text is changed when the form is applied. */
  public void addRow() {
    notices
        .run(
            () ->
                getNames().stream()
                    .filter(known -> known.path().equals(rowName))
                    .findFirst()
                    .map(known -> new ConditionRow(known, rowOperator, rowValue).behind(typed(rowField, ""), rowJoin))
                    .orElse(typed(rowField, "")))
        .ifPresent(condition -> typed.put(rowField, condition));
  }

  private void change(UnaryOperator<String> edit, String next) {
    DraftView now = draft();
    Optional<DraftView> written = notices.run(() -> library.write(name, edit.apply(now.text()), Optional.of(read)));
    if (written.isPresent()) {
      earlier.changed(name, now.text(), now.version(), written.get().version());
      notices.success(texts.of("outline.changed"));
      Address.of("/outline/" + name).with("at", next).place("chosen").go();
    } else {
      readAgain();
    }
  }

  /** Whoever was told that the draft has changed sees it as it is now, and may go on from there. */
  private void readAgain() {
    draft = library.draft(name);
    lines = null;
    read = draft.version();
  }

  /** The last change that this person made here is taken back, unless somebody else has changed the draft since. */
  public void undo() {
    Optional<DraftView> written = earlier.last(name, read).flatMap(text -> notices.run(() -> library.write(name, text, Optional.of(read))));
    if (written.isPresent()) {
      earlier.undone(written.get().version());
      notices.success(texts.of("outline.undone"));
      Address.of("/outline/" + name).go();
    } else {
      readAgain();
    }
  }

  /** Whether there is a change to be taken back. */
  public boolean isUndoable() {
    return earlier.last(name, read).isPresent();
  }

  private Optional<OutlineLine> line() {
    return getLines().stream().filter(line -> line.pointer().equals(at)).findFirst();
  }

  /** The lines; none when the text is no YAML. */
  public List<OutlineLine> getLines() {
    if (lines == null) {
      try {
        lines = BundleOutline.of(draft().text());
      } catch (OutlineRefused broken) {
        lines = List.of();
      }
    }
    return lines;
  }

  /** The chosen line; nothing when none is. */
  public @Nullable OutlineLine getLine() {
    return line().orElse(null);
  }

  /** What of the chosen line a form can change. */
  public List<OutlineField> getFields() {
    return line().map(line -> List.copyOf(BundleOutline.values(draft().text(), line).keySet())).orElse(List.of());
  }

  /** What a field is called: one of the line's own, or the value that has a name of its own. */
  public String label(OutlineField field) {
    String[] parts = field.path().split("/");
    boolean member = parts.length > 1 && getMaps().contains(parts[0]);
    if (!member) {
      return texts.of("outline.field." + field.path().replace('/', '.'));
    }
    String named = texts.of("outline.member." + parts[0], parts[1]);
    return parts.length == 2 ? named : named + " · " + texts.of("outline.field." + parts[2]);
  }

  /** Maps of the chosen line that a value with a name can be added to. */
  public List<String> getMaps() {
    return line().map(OutlineMembers::maps).orElse(List.of());
  }

  /** Place of the chosen line among the integrations of the draft, from 0; -1 when it is none. */
  public int getIntegration() {
    return line().filter(line -> line.kind() == OutlineKind.INTEGRATION).map(line -> Integer.parseInt(line.pointer().replaceFirst(".*/", ""))).orElse(-1);
  }

  /** The text of the draft as it is kept. */
  String text() {
    return draft().text();
  }

  /** Conditions of the chosen line. */
  public List<OutlineField> getConditions() {
    return getFields().stream().filter(field -> field.kind() == OutlineField.Kind.CONDITION).toList();
  }

  /** What conditions can ask. */
  public List<ConditionName> getNames() {
    String text = draft().text();
    return line().map(line -> ConditionName.of(text, line)).orElseGet(() -> ConditionName.of(text));
  }

  public ConditionRow.Operator[] getOperators() {
    return ConditionRow.Operator.values();
  }

  public ConditionRow.Join[] getJoins() {
    return ConditionRow.Join.values();
  }

  private List<OutlineAddition> additions() {
    return line().map(line -> OutlineAddition.of(getLines(), line)).orElseGet(() -> OutlineAddition.atTop(getLines()));
  }

  /** What can be added, by the key of its option; the texts name the list when it is not the line's own. */
  public Map<String, String> getAdditions() {
    Map<String, String> options = new LinkedHashMap<>();
    for (OutlineAddition each : additions()) {
      String list = each.list().substring(each.list().lastIndexOf('/') + 1);
      boolean beside = line().filter(line -> each.list().equals(line.pointer().substring(0, line.pointer().lastIndexOf('/')))).isPresent();
      String what = texts.of("outline.add." + each.choice());
      options.put(beside || line().isEmpty() ? what : texts.of("outline.below", what, texts.or("outline.list." + list, list)), key(each));
    }
    return options;
  }

  private static String key(OutlineAddition each) {
    return each.list() + "|" + each.choice();
  }

  /** How often each problem stands in the draft; the outline can be worked on with problems. */
  public int getProblems() {
    return draft().problems().size();
  }

  /** Sentences of the problems that lie in the chosen line, from its own line of text to that of the next one beside or above it. */
  public List<String> getProblemsHere() {
    List<String> here = new ArrayList<>();
    line()
        .ifPresent(
            line -> {
              int end =
                  getLines().stream()
                      .filter(other -> other.line() > line.line() && other.depth() <= line.depth())
                      .mapToInt(OutlineLine::line)
                      .min()
                      .orElse(Integer.MAX_VALUE);
              draft().problems().stream()
                  .filter(problem -> problem.line() >= line.line() && problem.line() < end)
                  .forEach(problem -> here.add(problem.message() + " " + problem.mend()));
            });
    return here;
  }

  public String getName() {
    return name;
  }

  public String getAt() {
    return at;
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public String getAddition() {
    return addition;
  }

  public void setAddition(String addition) {
    this.addition = addition;
  }

  public String getMemberMap() {
    return memberMap;
  }

  public void setMemberMap(@Nullable String memberMap) {
    this.memberMap = Objects.requireNonNullElse(memberMap, "");
  }

  public String getMemberName() {
    return memberName;
  }

  public void setMemberName(@Nullable String memberName) {
    this.memberName = Objects.requireNonNullElse(memberName, "");
  }

  public String getMemberValue() {
    return memberValue;
  }

  public void setMemberValue(@Nullable String memberValue) {
    this.memberValue = Objects.requireNonNullElse(memberValue, "");
  }

  public String getRowField() {
    return rowField;
  }

  public void setRowField(String rowField) {
    this.rowField = rowField;
  }

  public String getRowName() {
    return rowName;
  }

  public void setRowName(String rowName) {
    this.rowName = rowName;
  }

  public ConditionRow.Operator getRowOperator() {
    return rowOperator;
  }

  public void setRowOperator(ConditionRow.Operator rowOperator) {
    this.rowOperator = rowOperator;
  }

  public ConditionRow.Join getRowJoin() {
    return rowJoin;
  }

  public void setRowJoin(ConditionRow.Join rowJoin) {
    this.rowJoin = rowJoin;
  }

  public String getRowValue() {
    return rowValue;
  }

  public void setRowValue(@Nullable String rowValue) {
    this.rowValue = Objects.requireNonNullElse(rowValue, "");
  }
}
