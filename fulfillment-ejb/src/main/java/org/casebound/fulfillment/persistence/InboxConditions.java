package org.casebound.fulfillment.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.workitem.ExcludedPeople;
import org.casebound.domain.workitem.Substitution;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.desk.AgeBand;
import org.casebound.fulfillment.desk.InboxView;

/**
 * Conditions of queries for work, about an item, in JPQL, with the parameters that they need. What the person may not see or,
 * under separation of duties, may not work is left out by {@link #visible}. Not thread-safe.
 */
final class InboxConditions {
  private static final Duration SOON = Duration.ofHours(1);
  private static final String NOTHING = "1 = 0";
  private static final List<WorkItemState> OPEN = List.of(WorkItemState.OFFERED, WorkItemState.CLAIMED);

  private final InboxScope scope;
  private final String item;
  private final Map<String, Object> parameters;

  /** About an item {@code w}. */
  InboxConditions(InboxScope scope) {
    this(scope, "w", new HashMap<>());
  }

  private InboxConditions(InboxScope scope, String item, Map<String, Object> parameters) {
    this.scope = scope;
    this.item = item;
    this.parameters = parameters;
  }

  /** The same about an item of another name in the same query. */
  InboxConditions about(String other) {
    return new InboxConditions(scope, other, parameters);
  }

  /** The item's name in the query. */
  String name() {
    return item;
  }

  /** A member of the item. */
  String its(String member) {
    return item + "." + member;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** The parameter of that name, which gets the value. */
  String parameter(String name, Object value) {
    parameters.put(name, value);
    return ":" + name;
  }

  /** What the person may see and work. */
  String visible() {
    if (scope.everything()) {
      return "1 = 1";
    }
    String mark = parameter("mark", ExcludedPeople.mark(scope.user()));
    String permitted = "(" + its("excludedUsers") + " is null or locate(" + mark + ", " + its("excludedUsers") + ") = 0)";
    return permitted + " and (" + his() + " or " + ofHisQueues() + ")";
  }

  /** What belongs to a view. */
  String of(InboxView view) {
    return switch (view) {
      case MINE -> open() + " and " + awake() + " and (" + his() + ")";
      case QUEUES -> open() + " and " + awake() + " and " + ofHisQueues();
      case FREE -> its("state") + " = " + parameter("offered", WorkItemState.OFFERED) + " and " + its("assignee") + " is null and " + awake() + " and " + ofHisQueues();
      case BREACHING -> open() + " and " + awake() + " and " + its("promise.dueAt") + " < " + parameter("soon", scope.now().plus(SOON));
      case WAITING -> open() + " and (" + its("hold.snoozedUntil") + " > " + now() + " or " + its("promise.timeLeftMillis") + " is not null)";
      case STRANDED -> open() + " and " + its("assignee") + " is null and " + awake() + " and not (" + ofHisQueues() + ")";
      case DONE -> its("state") + " = " + parameter("completed", WorkItemState.COMPLETED) + " and " + its("assignee") + " = " + user();
    };
  }

  /** What was offered so long ago; the prefix tells several lists of one query apart. */
  String of(AgeBand band, String prefix) {
    List<String> all = new ArrayList<>();
    band.after(scope.now()).ifPresent(time -> all.add(its("createdAt") + " > " + parameter(prefix + "after", time)));
    band.until(scope.now()).ifPresent(time -> all.add(its("createdAt") + " <= " + parameter(prefix + "until", time)));
    return String.join(" and ", all);
  }

  String open() {
    return in("state", "open", OPEN);
  }

  /** What comes after an item when the most urgent is first, then the oldest. */
  String after(Priority priority, long id) {
    return "(w.priority < %1$s or w.priority = %1$s and w.id > %2$s)".formatted(parameter("lastPriority", priority), parameter("lastId", id));
  }

  /** Whether a member has one of the values. Each is a parameter of its own: a query with a list for a parameter would be translated anew each time. */
  String in(String member, String name, Collection<?> values) {
    List<String> names = new ArrayList<>();
    values.stream().sorted().forEach(value -> names.add(parameter(name + names.size(), value)));
    return its(member) + " in (" + String.join(", ", names) + ")";
  }

  private String awake() {
    return "(" + its("hold.snoozedUntil") + " is null or " + its("hold.snoozedUntil") + " <= " + now() + ")";
  }

  private String ofHisQueues() {
    return scope.queues().isEmpty() ? NOTHING : in("queue", "queues", scope.queues());
  }

  private String his() {
    List<String> ways = new ArrayList<>(List.of(its("assignee") + " = " + user()));
    for (int i = 0; i < scope.substituted().size(); i++) {
      ways.add(insteadOf(scope.substituted().get(i), "absent" + i));
    }
    return String.join(" or ", ways);
  }

  private String insteadOf(Substitution held, String name) {
    String limits = its("assignee") + " = " + parameter(name, held.absent());
    limits += held.queue().map(queue -> " and " + its("queue") + " = " + parameter(name + "Queue", queue)).orElse("");
    limits += held.process().map(process -> " and " + its("processName") + " = " + parameter(name + "Process", process)).orElse("");
    return "(" + limits + ")";
  }

  private String user() {
    return parameter("user", scope.user());
  }

  private String now() {
    return parameter("now", scope.now());
  }
}
