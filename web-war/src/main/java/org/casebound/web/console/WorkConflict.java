package org.casebound.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.definition.StepDefinition.Check;
import org.casebound.domain.definition.StepDefinition.Outcome;
import org.casebound.fulfillment.desk.WorkItemView;

/**
 * Another person was faster: what the reader has typed beside what is stored now. What he typed stays on his page.
 *
 * @param last the newest change of the work item: who, what and when
 * @param rows field by field
 */
public record WorkConflict(Optional<TimelineEntry> last, List<Row> rows) {
  /** One field; {@code differs} when both sides say something else. */
  public record Row(String label, String mine, String theirs) {
    public boolean isDiffers() {
      return !mine.equals(theirs);
    }
  }

  /**
   * Compares.
   *
   * @param seen the item as the reader saw it
   * @param now the item as it is
   * @param typed what he typed
   * @param wanted label of the outcome that he chose
   */
  static WorkConflict of(WorkItemView seen, WorkItemView now, WorkForm typed, String wanted, Optional<TimelineEntry> last, Words words, Texts texts) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(texts.of("item.assignee"), seen.assignee().orElse("-"), now.assignee().orElse("-")));
    rows.add(new Row(texts.of("item.priority"), words.of(seen.priority()), words.of(now.priority())));
    rows.add(new Row(texts.of("work.outcome"), wanted, now.outcome().map(name -> label(now, name)).orElse("-")));
    rows.add(new Row(texts.of("work.comment"), typed.getComment(), now.comment().orElse("")));
    typed.getFields()
        .forEach(field -> rows.add(new Row(field.getLabel(), field.shown(texts), field.shown(now.data().get(field.getName()), texts))));
    rows.add(new Row(texts.of("checks.title"), labels(seen, typed.ticked()), labels(seen, now.checks().ticked())));
    return new WorkConflict(last, rows.stream().filter(row -> !row.mine().isBlank() || !row.theirs().isBlank()).toList());
  }

  private static String label(WorkItemView item, String outcome) {
    return item.outcomes().stream().filter(o -> o.name().equals(outcome)).map(Outcome::label).findFirst().orElse(outcome);
  }

  private static String labels(WorkItemView item, List<String> ticked) {
    List<Check> all = new ArrayList<>(item.checks().compare().stream().map(row -> new Check(row.name(), row.label())).toList());
    all.addAll(item.checks().list());
    return all.stream().filter(check -> ticked.contains(check.name())).map(Check::label).collect(Collectors.joining(", "));
  }
}
