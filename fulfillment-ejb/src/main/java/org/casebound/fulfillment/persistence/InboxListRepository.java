package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.desk.AgeBand;
import org.casebound.fulfillment.desk.InboxFilter;
import org.casebound.fulfillment.desk.InboxQuery;
import org.casebound.fulfillment.desk.InboxSort;
import org.casebound.fulfillment.desk.InboxView;
import org.casebound.fulfillment.desk.SearchWords;

/** The lists of the inbox, a statement each, and all its counts in one. A count is the length of its list. */
@Dependent
public class InboxListRepository {
  private static final String COLUMNS =
      "w.id, w.label, w.state, w.priority, w.queue, w.assignee, w.onBehalfOf, w.promise.dueAt, w.promise.timeLeftMillis, w.promise.remindedAt,"
          + " w.hold.snoozedUntil, w.hold.leaseUntil, w.createdAt, w.endedAt, c.id, c.subject, c.requester, c.processName, c.processVersion,"
          + " (select count(d) from Document d where d.caseId = c.id), w.stepName";

  private static final int MOST_GROUPS = 200;

  @Inject private EntityManager entities;
  @Inject private WordCondition words;

  /** A place in a list: what it is sorted by, as a number, and the id. */
  public record Position(long value, long id) {
    /** A time as a number, to the microsecond; 0 stands for none. */
    public static long of(Optional<Instant> time) {
      return time.map(at -> ChronoUnit.MICROS.between(Instant.EPOCH, at)).orElse(0L);
    }

    private Instant time() {
      return Instant.EPOCH.plus(value, ChronoUnit.MICROS);
    }
  }

  /** Work with its case, column by column in the order of {@code InboxRow}. */
  public List<Object[]> list(InboxScope scope, InboxQuery query, Optional<Position> after, int size) {
    InboxConditions conditions = new InboxConditions(scope);
    String where = where(conditions, query, "c", "") + after.map(last -> " and " + after(conditions, query, last)).orElse("");
    return run("select " + COLUMNS + " from WorkItem w, ServiceCase c where c.id = w.caseId and " + where + order(query), conditions, Object[].class, size);
  }

  /** The ids of the list, in its order. */
  public List<Long> ids(InboxScope scope, InboxQuery query, int most) {
    InboxConditions conditions = new InboxConditions(scope);
    return run(
        "select w.id from WorkItem w, ServiceCase c where c.id = w.caseId and " + where(conditions, query, "c", "") + order(query), conditions, Long.class, most);
  }

  /**
   * Open items of one step in one version.
   *
   * @param process API name; {@code flow} and {@code step}, too
   * @param sample id of the oldest of them that nobody else has, if there is one
   */
  public record StepOfItems(String process, int version, String flow, String step, String label, long count, long sample) {}

  /** Of which steps these items are, newest version first. What has ended, or the person may not see, is left out. */
  public List<StepOfItems> stepsOf(InboxScope scope, Collection<Long> ids) {
    InboxConditions conditions = new InboxConditions(scope);
    String jpql =
        "select f.processName, f.processVersion, f.name, w.stepName, w.label, count(w),"
            + " coalesce(min(case when w.assignee is null or w.assignee = " + conditions.parameter("person", scope.user()) + " then w.id end), min(w.id)) from WorkItem w, FulfillmentFlow f where f.id = w.flowId"
            + " and w.id in " + conditions.parameter("ids", ids) + " and " + conditions.open() + " and " + conditions.visible()
            + " group by f.processName, f.processVersion, f.name, w.stepName, w.label order by f.processVersion desc";
    return run(jpql, conditions, Object[].class, MOST_GROUPS).stream()
        .map(row -> new StepOfItems((String) row[0], (Integer) row[1], (String) row[2], (String) row[3], (String) row[4], (Long) row[5], (Long) row[6]))
        .toList();
  }

  /**
   * How many items there are.
   *
   * @param views in each view
   * @param lists in each of the asked lists, in their order
   */
  public record Counts(Map<InboxView, Long> views, List<Long> lists) {}

  /** Counts all views, and other lists, in one statement. */
  public Counts counts(InboxScope scope, List<InboxQuery> others) {
    InboxConditions conditions = new InboxConditions(scope);
    List<InboxView> open = List.of(InboxView.MINE, InboxView.QUEUES, InboxView.FREE, InboxView.BREACHING, InboxView.WAITING, InboxView.STRANDED);
    List<String> columns = new ArrayList<>();
    columns.add("(select count(done) from WorkItem done where " + conditions.about("done").of(InboxView.DONE) + ")");
    open.forEach(view -> columns.add("sum(case when " + conditions.of(view) + " then 1 else 0 end)"));
    for (int i = 0; i < others.size(); i++) {
      columns.add("(" + count(conditions.about("w" + i), others.get(i), "c" + i, "list" + i) + ")");
    }
    String jpql = "select " + String.join(", ", columns) + " from WorkItem w where " + conditions.open() + " and " + conditions.visible();
    Object[] row = run(jpql, conditions, Object[].class, 1).get(0);
    Map<InboxView, Long> views = new EnumMap<>(InboxView.class);
    views.put(InboxView.DONE, number(row[0]));
    for (int i = 0; i < open.size(); i++) {
      views.put(open.get(i), number(row[i + 1]));
    }
    return new Counts(views, Arrays.stream(row).skip(1L + open.size()).map(InboxListRepository::number).toList());
  }

  /** The open work of the person's queues by queue: its name, and one number for each {@link AgeBand} in its order. */
  public List<Object[]> perQueue(InboxScope scope) {
    InboxConditions conditions = new InboxConditions(scope);
    List<String> columns = new ArrayList<>(List.of("w.queue"));
    for (AgeBand band : AgeBand.values()) {
      columns.add("sum(case when " + conditions.of(band, band.name()) + " then 1 else 0 end)");
    }
    return grouped(String.join(", ", columns), "", "w.queue order by w.queue", conditions);
  }

  /** The open work of the person's queues by whoever has it: his name, and how much it is. */
  public List<Object[]> perAssignee(InboxScope scope) {
    return grouped("w.assignee, count(w)", " and w.assignee is not null", "w.assignee order by count(w) desc, w.assignee", new InboxConditions(scope));
  }

  private List<Object[]> grouped(String columns, String more, String by, InboxConditions conditions) {
    String where = conditions.visible() + " and " + conditions.of(InboxView.QUEUES) + more;
    return run("select " + columns + " from WorkItem w where " + where + " group by " + by, conditions, Object[].class, MOST_GROUPS);
  }

  private String count(InboxConditions conditions, InboxQuery query, String about, String prefix) {
    return "select count(%1$s) from WorkItem %1$s, ServiceCase %2$s where %2$s.id = %1$s.caseId and %3$s"
        .formatted(conditions.name(), about, where(conditions, query, about, prefix));
  }

  /**
   * What makes an item one of the list.
   *
   * @param about the case's name in the query
   * @param prefix of the parameters that only this list has
   */
  private String where(InboxConditions conditions, InboxQuery query, String about, String prefix) {
    List<String> all = new ArrayList<>(List.of(conditions.visible(), conditions.of(query.view())));
    InboxFilter filter = query.filter();
    filter.queue().ifPresent(value -> all.add(conditions.its("queue") + " = " + conditions.parameter(prefix + "queue", value)));
    filter.process().ifPresent(value -> all.add(conditions.its("processName") + " = " + conditions.parameter(prefix + "process", value)));
    filter.step().ifPresent(value -> all.add(conditions.its("label") + " = " + conditions.parameter(prefix + "step", value)));
    filter.priority().ifPresent(value -> all.add(conditions.its("priority") + " = " + conditions.parameter(prefix + "priority", value)));
    filter.assignee().ifPresent(value -> all.add(conditions.its("assignee") + (value.isEmpty() ? " is null" : " = " + conditions.parameter(prefix + "assignee", value))));
    filter.requester().ifPresent(value -> all.add(about + ".requester = " + conditions.parameter(prefix + "requester", value)));
    filter.dueBefore().ifPresent(time -> all.add(conditions.its("promise.dueAt") + " < " + conditions.parameter(prefix + "due", time)));
    filter.doneSince().ifPresent(time -> all.add(conditions.its("endedAt") + " >= " + conditions.parameter(prefix + "since", time)));
    filter.age().ifPresent(band -> all.add(conditions.of(band, prefix)));
    filter.words().map(SearchWords::of).ifPresent(list -> all.add(list.isEmpty() ? "1 = 0" : words.of(about, list, conditions.parameters(), prefix)));
    return String.join(" and ", all);
  }

  private static String order(InboxQuery query) {
    if (query.view() == InboxView.DONE) {
      return " order by w.endedAt desc, w.id desc";
    }
    return switch (query.sort()) {
      case URGENT -> " order by w.priority desc, w.id";
      case DUE -> " order by w.promise.dueAt asc nulls last, w.id";
      case OLDEST -> " order by w.id";
      case NEWEST -> " order by w.id desc";
    };
  }

  private static String after(InboxConditions conditions, InboxQuery query, Position last) {
    String id = conditions.parameter("lastId", last.id());
    if (query.view() == InboxView.DONE) {
      String ended = conditions.parameter("lastEnded", last.time());
      return "(w.endedAt < %1$s or w.endedAt = %1$s and w.id < %2$s)".formatted(ended, id);
    }
    return switch (query.sort()) {
      case URGENT ->
          conditions.after(priority(last.value()), last.id());
      case DUE ->
          last.value() == 0
              ? "w.promise.dueAt is null and w.id > " + id
              : "(w.promise.dueAt > %1$s or w.promise.dueAt = %1$s and w.id > %2$s or w.promise.dueAt is null)"
                  .formatted(conditions.parameter("lastDue", last.time()), id);
      case OLDEST -> "w.id > " + id;
      case NEWEST -> "w.id < " + id;
    };
  }

  /** What a list is sorted by, of an item in it. */
  public static long value(InboxQuery query, Priority priority, Optional<Instant> dueAt, Optional<Instant> endedAt) {
    if (query.view() == InboxView.DONE) {
      return Position.of(endedAt);
    }
    return query.sort() == InboxSort.DUE ? Position.of(dueAt) : priority.ordinal();
  }

  private static Priority priority(long ordinal) {
    Priority[] all = Priority.values();
    return all[(int) Math.max(0, Math.min(all.length - 1L, ordinal))];
  }

  private static long number(Object sum) {
    return sum instanceof Number counted ? counted.longValue() : 0;
  }

  private <T> List<T> run(String jpql, InboxConditions conditions, Class<T> type, int most) {
    TypedQuery<T> query = entities.createQuery(jpql, type).setMaxResults(most);
    conditions.parameters().forEach(query::setParameter);
    return query.getResultList();
  }
}
