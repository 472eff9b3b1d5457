package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.StepDefinition.Outcome;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.Completion;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.fulfillment.desk.WorkItemSummary;
import org.casebound.fulfillment.desk.WorkItemView;
import org.casebound.fulfillment.intake.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/**
 * One work item: the document beside the form. A refused command keeps what was typed, says why, and shows the item as it
 * is now.
 */
@Named
@ViewScoped
public class WorkPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private WorkItemDesk desk;
  @Inject private InboxPlace place;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;
  @Inject private RequestFacts requests;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private long id;
  private transient WorkItemView item;
  private transient List<FormField> fields = List.of();
  private String comment = "";
  private String commentProblem = "";

  /** Reads the item; a number that is none, or not his, is "not found". */
  public void open() {
    if (path == null || !path.matches("\\d{1,18}")) {
      notices.refuse(404, "");
      return;
    }
    id = Long.parseLong(path);
    notices.read(() -> desk.get(id)).ifPresent(this::show);
  }

  /** Takes the item. */
  public void claim() {
    notices.run(() -> desk.claim(id)).ifPresentOrElse(claimed -> {
      notices.success(texts.of("work.claimed"));
      Address.of("/work/" + id).go();
    }, this::refresh);
  }

  /** Gives the item back to its queue, or to whom the visitor acts for. */
  public void release() {
    notices.run(() -> desk.release(id)).ifPresentOrElse(released -> {
      notices.success(
          released.assignee()
              .map(person -> texts.of("work.givenBack", released.label(), released.caseNumber(), person))
              .orElseGet(() -> texts.of("work.released", released.label(), released.caseNumber())));
      place.after(id).go();
    }, this::refresh);
  }

  /** Finishes the item with one of its outcomes. */
  public void complete(String outcomeName) {
    Outcome outcome = item.outcomes().stream().filter(o -> o.name().equals(outcomeName)).findFirst().orElseThrow();
    commentProblem = outcome.reasonRequired() && comment.isBlank() ? texts.of("work.reasonMissing", outcome.label()) : "";
    if (!commentProblem.isEmpty()) {
      return;
    }
    notices.run(() -> completed(outcome)).ifPresentOrElse(done -> {
      notices.success(texts.of("work.completed", done.label(), outcome.label(), done.caseNumber()));
      place.after(id).go();
    }, this::refresh);
  }

  private WorkItemSummary completed(Outcome outcome) {
    try {
      return desk.complete(id, completion(outcome));
    } catch (RequestRefused refused) {
      throw atItsField(refused);
    }
  }

  /** Puts each problem to the field it is about; what is about none stays for the top of the page. */
  private RequestRefused atItsField(RequestRefused refused) {
    return new RequestRefused(refused.problems().stream().filter(p -> !marks(p)).toList());
  }

  private boolean marks(RequestRefused.Problem problem) {
    if (problem.pointer().equals("/comment")) {
      commentProblem = problem.message();
      return true;
    }
    Optional<FormField> field = fields.stream().filter(f -> problem.pointer().equals("/data/" + f.getName())).findFirst();
    field.ifPresent(f -> f.refuse(problem.message()));
    return field.isPresent();
  }

  private Completion completion(Outcome outcome) {
    Map<String, Object> data = new HashMap<>();
    fields.forEach(f -> f.value().ifPresent(v -> data.put(f.getName(), v)));
    return new Completion(
        outcome.name(), data, comment.isBlank() ? Optional.empty() : Optional.of(comment.strip()), Optional.of(item.version()));
  }

  private void show(WorkItemView read) {
    item = read;
    fields = read.fields().stream().map(FormField::new).toList();
  }

  private void refresh() {
    List<FormField> typed = fields;
    notices.read(() -> desk.get(id)).ifPresent(this::show);
    if (item.mayComplete() && typed.size() == fields.size()) {
      fields = typed;
    }
  }

  public WorkItemView getItem() {
    return item;
  }

  public List<FormField> getFields() {
    return fields;
  }

  /** Who has the item, in words. */
  public String getHolder() {
    return WorkItemText.holder(texts, item.state(), item.assignee(), visitor.getName());
  }

  /** Whether the item is history. */
  public boolean isEnded() {
    return item.state() == WorkItemState.COMPLETED || item.state() == WorkItemState.CANCELED;
  }

  /** How it ended, in words. */
  public String getOutcomeText() {
    return item.outcome()
        .map(name -> item.outcomes().stream().filter(o -> o.name().equals(name)).map(Outcome::label).findFirst().orElse(name))
        .orElse(texts.of("word." + item.state().name()));
  }

  /** What was entered, with the fields' labels. */
  public List<FactGroup.Fact> getEntered() {
    return item.fields().stream().filter(f -> item.data().containsKey(f.name())).map(this::entered).toList();
  }

  private FactGroup.Fact entered(AttributeDefinition field) {
    String text = FactGroup.text(item.data().get(field.name()));
    String label =
        field.options().stream().filter(o -> o.value().equals(text)).map(AttributeDefinition.Option::label).findFirst().orElse(text);
    return new FactGroup.Fact(field.label(), label, false);
  }

  /** What happens after an outcome, in words. */
  public String nextText(String outcome) {
    return item.nextText().getOrDefault(outcome, "");
  }

  /** For which outcomes a comment is needed. */
  public String getCommentNeed() {
    List<String> needing = item.outcomes().stream().filter(Outcome::reasonRequired).map(Outcome::label).toList();
    return needing.isEmpty() ? texts.of("form.optional") : texts.of("work.commentNeed", String.join(", ", needing));
  }

  /** Stages of the flow that asked for this work. */
  public List<CaseView.StageView> getStages() {
    return item.caseView().flows().stream()
        .filter(f -> f.stages().stream().flatMap(s -> s.steps().stream()).anyMatch(s -> s.workItemId().equals(Optional.of(id))))
        .findFirst()
        .map(CaseView.FlowView::stages)
        .filter(stages -> stages.size() > 1)
        .orElse(List.of());
  }

  public List<FactGroup> getFacts() {
    return requests.facts(item.caseView());
  }

  public List<DocumentLink> getDocuments() {
    return DocumentLink.of(item.caseView(), texts);
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
}
