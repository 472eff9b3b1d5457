package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.definition.StepDefinition.Check;
import org.casebound.domain.definition.StepDefinition.Outcome;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.NextStep;
import org.casebound.fulfillment.desk.WorkChecks;
import org.casebound.fulfillment.desk.WorkDraftDesk;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.fulfillment.desk.WorkItemView;
import org.casebound.fulfillment.intake.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

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
  @Inject private Refusals refusals;
  @Inject private Visitor visitor;
  @Inject private RequestFacts requests;
  @Inject private WorkDraftDesk drafts;
  @Inject private Words words;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private long id;
  private transient WorkItemView item;
  private transient WorkForm form;
  private transient Optional<WorkConflict> conflict = Optional.empty();
  private transient Optional<Instant> draftSavedAt = Optional.empty();

  /** Reads the item; a number that is none, or not his, is "not found". */
  public void open() {
    if (path == null || !path.matches("\\d{1,18}")) {
      notices.refuse(404, "");
      return;
    }
    id = Long.parseLong(path);
    notices.read(() -> desk.get(id)).ifPresent(this::begin);
  }

  private void begin(WorkItemView read) {
    item = read;
    form = new WorkForm(read);
    if (read.mayComplete()) {
      drafts.mine(id).ifPresent(kept -> {
        form.restore(kept.typed());
        draftSavedAt = Optional.of(kept.savedAt());
      });
    }
  }

  /** Notes what was ticked: it comes with every command of the page, whatever that is. */
  public void typed() {
    form.tick(Faces.getRequestParameterValues("tick"));
  }

  /** Keeps what was typed for the page that follows. */
  void keep() {
    if (item.mayComplete()) {
      drafts.save(id, form.kept());
    }
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
    conflict = Optional.empty();
    if (!form.choose(outcome, texts)) {
      return;
    }
    if (notices.runs(() -> decide(outcome))) {
      notices.success(texts.of("work.completed", item.label(), outcome.label(), item.caseView().number()));
      leave("next".equals(Faces.getRequestParameter("then")));
    } else {
      WorkItemView seen = item;
      refresh();
      conflict = Optional.of(item).filter(now -> now.version() != seen.version()).map(now -> conflict(seen, outcome));
    }
  }

  /** A second press of the same decision shows the result of the first. */
  private void decide(Outcome outcome) {
    try {
      desk.complete(id, form.completion(outcome.name(), item.version()));
    } catch (RequestRefused refused) {
      throw new RequestRefused(form.refuse(refusals.of(refused.problems())));
    } catch (StaleRecord late) {
      if (!isDecidedSo(desk.get(id), outcome)) {
        throw late;
      }
    }
  }

  private boolean isDecidedSo(WorkItemView now, Outcome outcome) {
    return now.state() == WorkItemState.COMPLETED
        && now.assignee().equals(Optional.of(visitor.getName()))
        && now.outcome().equals(Optional.of(outcome.name()));
  }

  private void leave(boolean toNext) {
    Optional<WorkItemView> next = toNext ? desk.next() : Optional.empty();
    if (toNext && next.isEmpty()) {
      notices.warning(texts.of("work.noNext"));
    }
    next.map(following -> Address.of("/work/" + following.id())).orElseGet(() -> place.after(id)).go();
  }

  private WorkConflict conflict(WorkItemView seen, Outcome wanted) {
    return WorkConflict.of(seen, item, form, wanted.label(), TimelineEntry.ofWork(item.caseView(), words, texts).stream().findFirst(), words, texts);
  }

  private void refresh() {
    WorkForm typed = form;
    notices.read(() -> desk.get(id)).ifPresent(this::show);
    if (form.asksLike(typed)) {
      form = typed;
    }
  }

  private void show(WorkItemView read) {
    item = read;
    form = new WorkForm(read);
  }

  public WorkItemView getItem() {
    return item;
  }

  public WorkForm getForm() {
    return form;
  }

  /** What another person has changed in the meantime. */
  public Optional<WorkConflict> getConflict() {
    return conflict;
  }

  /** When the draft was saved that is on the page. */
  public Optional<Instant> getDraftSavedAt() {
    return draftSavedAt;
  }

  /** Whether the step says of a compared value what is on file. */
  public boolean isFileKnown() {
    return item.checks().compare().stream().anyMatch(WorkChecks.Row::knowsFile);
  }

  /** A value that is compared, as text. */
  public String cell(Object value) {
    return FactGroup.text(value, texts);
  }

  /** Labels of what was ticked when the item ended. */
  public List<String> getTicked() {
    return item.checks().list().stream().filter(check -> item.checks().ticked().contains(check.name())).map(Check::label).toList();
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
  public List<FactGroup> getEntered() {
    List<CaseView.AttributeView> values =
        item.fields().stream()
            .filter(field -> item.data().containsKey(field.name()))
            .map(field -> new CaseView.AttributeView(field.name(), field.label(), "", field.type().yamlName(), item.data().get(field.name()), false, List.of()))
            .toList();
    return FactGroup.of(values, FactGroup.labels(item.fields()), texts);
  }

  /** What happens after an outcome, in words. */
  public String nextText(String outcome) {
    return item.next().getOrDefault(outcome, List.of()).stream().map(this::sentence).collect(Collectors.joining(" "));
  }

  private String sentence(NextStep step) {
    String name = step.kind() == NextStep.Kind.CLOSE ? words.named(step.name()).toLowerCase(texts.locale()) : step.name();
    return texts.of("next." + step.kind(), name);
  }

  /** What happened to the case, the latest first. */
  public List<TimelineEntry> getHistory() {
    return TimelineEntry.of(item.caseView(), words, texts);
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
}
