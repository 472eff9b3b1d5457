package org.casebound.fulfillment.retention;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.RetentionRule;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChanges;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.Cursor;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.persistence.RetentionCounts;
import org.casebound.fulfillment.persistence.RetentionCounts.Done;
import org.casebound.fulfillment.persistence.RetentionRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Runs that erase and purge, and when they begin by themselves. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class RetentionDesk {
  @Inject private RetentionRepository retention;
  @Inject private RetentionCounts counts;
  @Inject private RetentionBeginning beginning;
  @Inject private ProcessCatalog catalog;
  @Inject private AdminChanges changes;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * Begins a run over what is due now.
   *
   * @throws RuleViolation RETAIN-004 while one is running
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public RetentionRunView begin() {
    retention.lockSchedule();
    return beginning
        .begin(Caller.of(context).name(), clock.instant())
        .map(RetentionRunView::of)
        .orElseThrow(() -> new RuleViolation("RETAIN-004", "A run is on its way; await its end."));
  }

  /** The runs, newest first. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Page<RetentionRunView> list(Optional<String> cursor, int size) {
    return Cursor.page(
        retention.runs(Cursor.before(cursor), Cursor.size(size) + 1), size, RetentionRun::id, RetentionRunView::of);
  }

  /** @throws UnknownRecord when there is no such run */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public RetentionRunView get(long id) {
    return retention.run(id).map(RetentionRunView::of).orElseThrow(() -> new UnknownRecord("retention run", id));
  }

  /** What each active process says, and what was done to its cases; by label. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<ProcessRetentionView> processes() {
    List<ServiceProcessDefinition> active = catalog.active().stream().map(PublishedProcess::process).toList();
    List<String> names = active.stream().map(ServiceProcessDefinition::name).toList();
    Map<String, Done> done = counts.done(names);
    Map<String, Long> held = counts.held(names);
    return active.stream()
        .map(process -> line(process, done.getOrDefault(process.name(), Done.NOTHING), held.getOrDefault(process.name(), 0L)))
        .toList();
  }

  private static ProcessRetentionView line(ServiceProcessDefinition process, Done done, long held) {
    RetentionRule rule = process.rules().retention();
    return new ProcessRetentionView(
        process.name(), process.label(), rule.erasePersonalDataAfter(), rule.purgeAfter(), done.erased(), done.purged(), held);
  }

  /** When runs begin by themselves. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public RetentionScheduleView schedule() {
    return RetentionScheduleView.of(retention.schedule());
  }

  /**
   * Says when runs begin by themselves.
   *
   * @param time time of day, {@code 02:30} or {@code 02:30:15}; empty: never
   * @param zone time zone; empty: UTC
   * @throws RuleViolation RETAIN-005 when they are none
   */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public RetentionScheduleView schedule(Optional<String> time, Optional<String> zone) {
    RetentionSchedule schedule = retention.lockSchedule();
    Map<String, String> before = facts(schedule);
    String user = Caller.of(context).name();
    try {
      schedule.change(
          time.map(LocalTime::parse), zone.map(ZoneId::of).orElse(ZoneId.of("UTC")), user, clock.instant());
    } catch (DateTimeException wrong) {
      throw new RuleViolation("RETAIN-005", "Write a time of day, e.g. 02:30, and a time zone, e.g. Europe/Berlin.");
    }
    beginning.planNext(schedule);
    changes.keep(user, AdminChangeKind.RETENTION_SCHEDULE, "retention", before, facts(schedule));
    return RetentionScheduleView.of(schedule);
  }

  private static Map<String, String> facts(RetentionSchedule schedule) {
    return Map.of("time", schedule.time().map(LocalTime::toString).orElse("never"), "zone", schedule.zone().getId());
  }
}
