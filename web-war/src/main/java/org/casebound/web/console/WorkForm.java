package org.casebound.web.console;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.StepDefinition.Outcome;
import org.casebound.fulfillment.desk.Completion;
import org.casebound.fulfillment.desk.WorkItemView;
import org.casebound.fulfillment.intake.RequestRefused;
import org.jspecify.annotations.Nullable;

/** What a person types and ticks on the page of a work item until he decides it. Not thread-safe. */
public final class WorkForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String COMMENT = "comment";
  private static final String TICK = "tick";
  private static final String FIELD = "field.";

  private final transient List<FormField> fields;
  private String comment = "";
  private String commentProblem = "";
  private String tickProblem = "";
  private String chosen;
  private List<String> ticked;

  WorkForm(WorkItemView item) {
    fields = item.fields().stream().map(FormField::new).toList();
    chosen = item.outcomes().isEmpty() ? "" : item.outcomes().get(0).name();
    ticked = item.checks().ticked();
  }

  /** Whether it asks for the same fields as another one, so that what was typed there fits here. */
  boolean asksLike(WorkForm other) {
    return names(fields).equals(names(other.fields));
  }

  private static List<String> names(List<FormField> fields) {
    return fields.stream().map(FormField::getName).toList();
  }

  /** Puts back what was kept of an earlier visit. */
  void restore(Map<String, List<String>> kept) {
    comment = String.join("", kept.getOrDefault(COMMENT, List.of()));
    ticked = kept.getOrDefault(TICK, List.of());
    fields.forEach(field -> Optional.ofNullable(kept.get(FIELD + field.getName())).ifPresent(field::restore));
  }

  /** The same as {@link #restore} takes it. */
  Map<String, List<String>> kept() {
    Map<String, List<String>> all = new HashMap<>();
    all.put(COMMENT, List.of(comment));
    all.put(TICK, ticked);
    fields.forEach(field -> all.put(FIELD + field.getName(), field.kept()));
    return all;
  }

  void tick(String @Nullable [] names) {
    ticked = names == null ? List.of() : List.of(names);
  }

  /** The person wants this outcome: whether nothing is missing that can be seen here. */
  boolean choose(Outcome outcome, Texts texts) {
    chosen = outcome.name();
    tickProblem = "";
    commentProblem = outcome.reasonRequired() && comment.isBlank() ? texts.of("work.reasonMissing", outcome.label()) : "";
    return commentProblem.isEmpty();
  }

  Completion completion(String outcome, int version) {
    Map<String, Object> data = new HashMap<>();
    fields.forEach(field -> field.value().ifPresent(value -> data.put(field.getName(), value)));
    return new Completion(outcome, data, Optional.of(comment.strip()).filter(text -> !text.isEmpty()), ticked, Optional.of(version));
  }

  /** Puts each problem to what it is about; answers those that are about nothing here. */
  List<RequestRefused.Problem> refuse(List<RequestRefused.Problem> problems) {
    return problems.stream().filter(problem -> !marks(problem)).toList();
  }

  private boolean marks(RequestRefused.Problem problem) {
    if (problem.pointer().equals("/comment")) {
      commentProblem = problem.message();
      return true;
    } else if (problem.pointer().equals("/ticked")) {
      tickProblem = problem.message();
      return true;
    }
    String data = "/data";
    return problem.pointer().startsWith(data) && fields.stream().anyMatch(f -> f.takes(problem.pointer().substring(data.length()), problem.message()));
  }

  /** Whether something was typed or ticked that would be a pity to lose. */
  boolean isTouched() {
    return !comment.isBlank() || fields.stream().anyMatch(FormField::isTouched) || !ticked.isEmpty();
  }

  public boolean isTicked(String name) {
    return ticked.contains(name);
  }

  List<String> ticked() {
    return ticked;
  }

  public List<FormField> getFields() {
    return fields;
  }

  public String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment == null ? "" : comment;
  }

  public String getCommentProblem() {
    return commentProblem;
  }

  public String getTickProblem() {
    return tickProblem;
  }

  /** Name of the outcome that Ctrl+Enter decides for: the one that was refused last, or the first. */
  public String getChosen() {
    return chosen;
  }
}
