package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.desk.BulkDecisionDesk;
import org.casebound.fulfillment.desk.CommentDesk;
import org.casebound.fulfillment.desk.HandOverDesk;
import org.casebound.fulfillment.desk.SnoozeDesk;
import org.casebound.fulfillment.desk.UndoDesk;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.fulfillment.desk.WorkItemSummary;
import org.casebound.fulfillment.desk.WorkItemView;
import org.jspecify.annotations.Nullable;

/** What can be done to work without opening it, each with the sentence that says so. Thread-safe. */
@ApplicationScoped
public class InboxActions {
  /** What a comment or a decision has set going can not be called back. */
  private static final Set<String> FINAL = Set.of("comment", "decide", "undo");

  @Inject private WorkItemDesk desk;
  @Inject private HandOverDesk handOver;
  @Inject private SnoozeDesk snooze;
  @Inject private CommentDesk comments;
  @Inject private BulkDecisionDesk decisions;
  @Inject private UndoDesk undo;
  @Inject private UndoMemory memory;
  @Inject private Texts texts;

  /** What happens to an item. */
  private interface Action {
    String on(long id, Parameters parameters);
  }

  /** What the action needs to know; missing is empty. */
  private record Parameters(UnaryOperator<@Nullable String> given) {
    String of(String name) {
      return Optional.ofNullable(given.apply(name)).orElse("").strip();
    }
  }

  private Map<String, Action> all() {
    return Map.of(
        "claim", (id, given) -> said("claim", noted(id, () -> desk.claim(id))),
        "release", (id, given) -> said("release", noted(id, () -> desk.release(id))),
        "assign", (id, given) -> said("assign", noted(id, () -> handOver.reassign(id, given.of("to"), given.of("reason"))), given.of("to")),
        "move", (id, given) -> said("move", noted(id, () -> handOver.move(id, given.of("queue"), given.of("reason")))),
        "priority", (id, given) -> prioritized(id, priority(given.of("priority")), given.of("reason")),
        "comment", (id, given) -> texts.of("act.comment", comments.addTo(id, given.of("text"))),
        "decide", (id, given) -> said(decisions.decide(id, given.of("step"), given.of("outcome"), Optional.of(given.of("reason")))),
        "snooze", (id, given) -> said("snooze", noted(id, () -> snooze.snooze(id, time(given.of("until")), given.of("reason")))),
        "wake", (id, given) -> said("wake", noted(id, () -> snooze.wake(id))),
        "undo", (id, given) -> said("undo", undo.undo(id, memory.take(id))));
  }

  /** Whether there is such an action. */
  boolean knows(@Nullable String name) {
    return name != null && all().containsKey(name);
  }

  /** Whether {@code undo} can follow it. */
  boolean canBeUndone(String name) {
    return !FINAL.contains(name);
  }

  /**
   * Does it.
   *
   * @param given parameters, null where there is none; {@code what} names the action
   * @return what was done, in words
   * @throws RuleViolation when it is refused
   */
  String run(long id, UnaryOperator<@Nullable String> given) {
    Parameters parameters = new Parameters(given);
    return all().get(parameters.of("what")).on(id, parameters);
  }

  private <T> T noted(long id, Supplier<T> change) {
    UndoDesk.Noted<T> done = undo.noting(id, change);
    memory.keep(id, done.undo());
    return done.result();
  }

  private String prioritized(long id, Priority priority, String reason) {
    return said("priority", noted(id, () -> handOver.prioritize(id, priority, reason)), texts.of("word." + priority));
  }

  private String said(String action, WorkItemView item, String... more) {
    return texts.of("act." + action, item.label(), item.caseView().number(), more.length == 0 ? "" : more[0]);
  }

  private String said(String action, WorkItemDesk.Claimed item) {
    return texts.of("act." + action, item.label(), item.caseNumber(), "");
  }

  private String said(String action, WorkItemSummary item) {
    return texts.of("act." + action, item.label(), item.caseNumber(), "");
  }

  private String said(BulkDecisionDesk.Decided item) {
    return texts.of("act.decide", item.label(), item.caseNumber(), item.outcome());
  }

  private static Priority priority(String name) {
    return Arrays.stream(Priority.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new RuleViolation("WORK-016", "Choose a priority."));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      throw new RuleViolation("WORK-017", "Choose until when the work is put off.");
    }
  }
}
