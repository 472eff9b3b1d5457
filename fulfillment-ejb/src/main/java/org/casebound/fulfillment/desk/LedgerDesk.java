package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.persistence.LedgerRepository;

/** What operators see of the effect ledger: every call, its tries and how it ended. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class LedgerDesk {
  private static final Set<AttemptState> OPEN =
      EnumSet.of(AttemptState.PLANNED, AttemptState.RUNNING, AttemptState.ACCEPTED, AttemptState.UNKNOWN);

  @Inject private LedgerRepository ledger;
  @Inject private FlowRepository flows;
  @Inject private CallPayloads payloads;
  @Resource private SessionContext context;

  /**
   * Tries of calls, newest first.
   *
   * @throws UnknownRecord when the case number is none
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public Page<LedgerLine> page(LedgerQuery query) {
    int size = Cursor.size(query.size());
    List<StepAttempt> found = ledger.list(filter(query), Cursor.before(query.cursor()), size + 1);
    return Cursor.page(found, size, StepAttempt::id, LedgerLine::of);
  }

  /**
   * How many tries are not settled, under the query's other conditions; the state, doubt, parking and page that it asks for do not
   * count.
   *
   * @throws UnknownRecord when the case number is none
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public LedgerCounts counts(LedgerQuery query) {
    LedgerRepository.Filter any = filter(query).anyState();
    Map<AttemptState, Long> found = ledger.count(any, OPEN);
    Map<AttemptState, Long> open = new EnumMap<>(AttemptState.class);
    OPEN.forEach(state -> open.put(state, found.getOrDefault(state, 0L)));
    return new LedgerCounts(open, ledger.count(any.doubtful()), ledger.count(any.waiting()));
  }

  /**
   * A call with all its tries, and what was sent and answered.
   *
   * @param attemptId any try of the call
   * @throws UnknownRecord when there is none
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public LedgerEntry call(long attemptId) {
    StepAttempt any = ledger.find(attemptId).orElseThrow(() -> new UnknownRecord("call", attemptId));
    List<StepAttempt> tries = ledger.triesOf(any.idempotencyKey());
    StepAttempt newest = tries.get(tries.size() - 1);
    FulfillmentFlow flow = flows.find(any.flowId()).orElseThrow();
    Caller reader = Caller.of(context);
    return new LedgerEntry(
        tries.stream().map(each -> new LedgerEntry.Try(LedgerLine.of(each), payloads.of(each, reader))).toList(),
        newest.state().inDoubt(newest.verifyFirst()),
        flows.openIncidentsOf(flow.id()).stream()
            .filter(incident -> incident.stepName().equals(newest.stepName()))
            .findFirst()
            .map(incident -> new LedgerEntry.Trouble(incident.id(), incident.code(), incident.message())));
  }

  private static LedgerRepository.Filter filter(LedgerQuery query) {
    return new LedgerRepository.Filter(
        query.caseNumber().map(LedgerDesk::caseId),
        query.connector(),
        query.outcome(),
        query.inDoubt(),
        query.parked(),
        query.node(),
        query.from(),
        query.to());
  }

  private static long caseId(String number) {
    return CaseNumber.parse(number).map(CaseNumber::id).orElseThrow(() -> new UnknownRecord("case", number));
  }
}
