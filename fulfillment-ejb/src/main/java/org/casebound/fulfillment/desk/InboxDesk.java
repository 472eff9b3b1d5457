package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.StepDefinitions;
import org.casebound.fulfillment.persistence.InboxListRepository.Counts;
import org.casebound.fulfillment.persistence.InboxListRepository.Position;
import org.casebound.fulfillment.persistence.InboxListRepository;
import org.casebound.fulfillment.persistence.InboxScope;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** The inbox of the caller: lists of work and their lengths. What he may not see, or may not work, is left out by the queries. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class InboxDesk {
  /** Most items that are chosen, or exported, together. */
  public static final int MOST = 10_000;

  @Inject private InboxListRepository lists;
  @Inject private Visibility visibility;
  @Inject private Substitutes substitutes;
  @Inject private StepDefinitions steps;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * What an inbox shows.
   *
   * @param counts how many items each view has, of all of them
   * @param saved how many items each of the asked lists has
   */
  public record Inbox(Page<InboxRow> page, Map<InboxView, Long> counts, List<Long> saved) {}

  /**
   * One page of a list, with the counts of all views and of other lists, in three statements, however many those are.
   *
   * @param cursor where the last page ended
   * @param size 1 to 100
   * @param others lists that are only counted
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Inbox inbox(InboxQuery query, Optional<String> cursor, int size, List<InboxQuery> others) {
    InboxScope scope = scope();
    Counts counts = lists.counts(scope, others);
    return new Inbox(page(scope, query, cursor, Cursor.size(size)), counts.views(), counts.lists());
  }

  /**
   * How much work there is.
   *
   * @param views in each view
   * @param lists in each of the asked lists, in their order
   */
  public record Tally(Map<InboxView, Long> views, List<Long> lists) {}

  /** How much work the views, and other lists, have. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Tally tally(List<InboxQuery> others) {
    Counts counts = lists.counts(scope(), others);
    return new Tally(counts.views(), counts.lists());
  }

  /**
   * The open work of a queue.
   *
   * @param ages how much of it has which age, in the order of {@link AgeBand}
   */
  public record Depth(String queue, String label, List<Long> ages) {
    public Depth {
      ages = List.copyOf(ages);
    }

    /** How much it is. */
    public long total() {
      return ages.stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The caller's queues that have open work, by name. */
  @RolesAllowed(Caller.LEAD)
  public List<Depth> depths() {
    return lists.perQueue(scope()).stream()
        .map(
            row ->
                new Depth(
                    (String) row[0],
                    catalog.queueLabel((String) row[0]),
                    Arrays.stream(row).skip(1).map(sum -> ((Number) sum).longValue()).toList()))
        .toList();
  }

  /** How much open work somebody has. */
  public record Load(String person, long open) {}

  /** Who has open work of the caller's queues, those with most of it first. */
  @RolesAllowed(Caller.LEAD)
  public List<Load> loads() {
    return lists.perAssignee(scope()).stream().map(row -> new Load((String) row[0], (Long) row[1])).toList();
  }

  /** The list from its beginning, at most {@value #MOST} items. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public List<InboxRow> export(InboxQuery query) {
    return page(scope(), query, Optional.empty(), MOST).items();
  }

  /** The ids of the list as it is now, at most {@value #MOST}. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public List<Long> ids(InboxQuery query) {
    return lists.ids(scope(), query, MOST);
  }

  private Page<InboxRow> page(InboxScope scope, InboxQuery query, Optional<String> cursor, int size) {
    Optional<Position> after = cursor.map(text -> Cursor.numbers(text, 2)).map(n -> new Position(n[0], n[1]));
    List<InboxRow> rows = lists.list(scope, query, after, size + 1).stream().map(this::row).toList();
    return Cursor.pageBy(
        rows,
        size,
        last -> Cursor.of(InboxListRepository.value(query, last.priority(), last.dueAt(), last.endedAt()), last.id()),
        row -> row);
  }

  private InboxScope scope() {
    Caller caller = Caller.of(context);
    return new InboxScope(
        caller.seesEverything(), visibility.queuesOf(caller), caller.name(), substitutes.heldBy(caller), clock.instant());
  }

  private InboxRow row(Object[] column) {
    return new InboxRow(
        (Long) column[0],
        (String) column[1],
        (WorkItemState) column[2],
        (Priority) column[3],
        (String) column[4],
        Optional.ofNullable((String) column[5]),
        Optional.ofNullable((String) column[6]),
        time(column[7]),
        column[8] != null,
        column[9] != null,
        time(column[10]).filter(clock.instant()::isBefore),
        time(column[11]),
        (Instant) column[12],
        time(column[13]),
        new CaseNumber((Long) column[14]).toString(),
        (String) column[15],
        (String) column[16],
        catalog.require((String) column[17], (Integer) column[18]).process().label(),
        (Long) column[19],
        together((String) column[17], (Integer) column[18], (String) column[20]));
  }

  /** Of the version that the case was filed under: it is only offered, {@link BulkDecisionDesk} looks exactly. */
  private String together(String process, int version, String step) {
    return steps.anyOf(process, version, step).filter(StepDefinition.Interactive::bulkDecisions).map(work -> BulkDecisionDesk.nameOf(process, step)).orElse("");
  }

  private static Optional<Instant> time(Object column) {
    return Optional.ofNullable((Instant) column);
  }
}
