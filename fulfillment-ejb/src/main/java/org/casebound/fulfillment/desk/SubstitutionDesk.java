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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.workitem.Substitution;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChanges;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.persistence.SubstitutionRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Who stands in for whom: kept by the absent person, by a lead or by an administrator. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SubstitutionDesk {
  @Inject private SubstitutionRepository substitutions;
  @Inject private RecordIds ids;
  @Inject private ProcessCatalog catalog;
  @Inject private AdminChanges changes;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** Substitutions that are not over, newest first: a lead and an administrator see all, others those that concern them. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD, Caller.ADMINISTRATOR})
  public Page<SubstitutionView> page(Optional<String> cursor, int size) {
    Caller caller = Caller.of(context);
    Optional<String> whose = keepsAll(caller) ? Optional.empty() : Optional.of(caller.name());
    List<Substitution> found =
        substitutions.notOver(whose, clock.instant(), Cursor.before(cursor), Cursor.size(size) + 1);
    return Cursor.page(found, size, Substitution::id, one -> view(one, caller));
  }

  /**
   * A person stands in for another.
   *
   * @param away the person who is absent; empty: the caller. Only a lead or an administrator decides for others
   * @param queue only for work of this queue; empty: of all
   * @param process only for work of this process; empty: of all
   * @throws RuleViolation SUB-001 when both are one person, SUB-002 when it would close a circle, SUB-003 when it would be over before it
   *     begins or already is, SUB-005 when there is no such queue or process
   * @throws ForbiddenAction SUB-004 when the caller is neither the absent person nor a lead nor an administrator
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD, Caller.ADMINISTRATOR})
  public SubstitutionView add(
      Optional<String> away, String substitute, Instant from, Instant until, Optional<String> queue, Optional<String> process) {
    Caller caller = Caller.of(context);
    String absent = away.orElse(caller.name());
    requireKeeper(caller, absent);
    requireKnown(queue, process);
    Instant now = clock.instant();
    if (!until.isAfter(now)) {
      throw new RuleViolation("SUB-003", "The substitution ended at %s already: name a later end.".formatted(until));
    }
    Substitution added =
        new Substitution(
            ids.next(RecordKind.SUBSTITUTION), absent, substitute, from, until, queue.orElse(null), process.orElse(null), caller.name());
    added.requireNoCircle(substitutions.during(from, until));
    substitutions.add(added);
    changes.keep(caller.name(), AdminChangeKind.SUBSTITUTION, absent, Map.of(), facts(added));
    return view(added, caller);
  }

  /**
   * A substitution is over from now on. What the substitute has claimed he keeps.
   *
   * @throws UnknownRecord when there is none that concerns the caller
   * @throws ForbiddenAction SUB-004 when the caller is neither the absent person nor a lead nor an administrator
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD, Caller.ADMINISTRATOR})
  public void end(long id) {
    Caller caller = Caller.of(context);
    Substitution ended =
        substitutions.find(id).filter(one -> concerns(one, caller)).orElseThrow(() -> new UnknownRecord("substitution", id));
    requireKeeper(caller, ended.absent());
    Map<String, Object> before = facts(ended);
    boolean kept = ended.end(clock.instant());
    if (!kept) {
      substitutions.remove(ended);
    }
    changes.keep(caller.name(), AdminChangeKind.SUBSTITUTION, ended.absent(), before, kept ? facts(ended) : Map.of());
  }

  private static Map<String, Object> facts(Substitution one) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("substitute", one.substitute());
    facts.put("from", one.from().toString());
    facts.put("until", one.until().toString());
    one.queue().ifPresent(queue -> facts.put("queue", queue));
    one.process().ifPresent(process -> facts.put("process", process));
    return facts;
  }

  private void requireKnown(Optional<String> queue, Optional<String> process) {
    queue.filter(name -> !catalog.hasQueue(name)).ifPresent(name -> refuse("queue", name));
    process.filter(name -> catalog.active(name).isEmpty()).ifPresent(name -> refuse("process", name));
  }

  private static void refuse(String what, String name) {
    throw new RuleViolation("SUB-005", "There is no %s '%s'.".formatted(what, name));
  }

  private static void requireKeeper(Caller caller, String absent) {
    if (!keeps(caller, absent)) {
      throw new ForbiddenAction("SUB-004", "Only %s, a lead or an administrator decides who stands in for %s.".formatted(absent, absent));
    }
  }

  private static boolean keeps(Caller caller, String absent) {
    return keepsAll(caller) || caller.name().equals(absent);
  }

  private static boolean keepsAll(Caller caller) {
    return caller.is(Caller.LEAD) || caller.is(Caller.ADMINISTRATOR);
  }

  private static boolean concerns(Substitution one, Caller caller) {
    return keeps(caller, one.absent()) || one.substitute().equals(caller.name());
  }

  private static SubstitutionView view(Substitution one, Caller caller) {
    return new SubstitutionView(
        one.id(),
        one.absent(),
        one.substitute(),
        one.from(),
        one.until(),
        one.queue(),
        one.process(),
        one.createdBy(),
        keeps(caller, one.absent()));
  }
}
