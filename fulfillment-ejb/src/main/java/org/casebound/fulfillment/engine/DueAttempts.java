package org.casebound.fulfillment.engine;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.fulfillment.action.ActionIntegration;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.studio.ProcessCatalog;

/**
 * Takes the leases of tries whose time has come: planned ones, those of a node that fell silent, and those whose
 * acknowledgement is overdue. Any number of nodes may do so at once. Tries that may not go out are kept back.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DueAttempts {
  @Inject private AttemptRepository attempts;
  @Inject private FlowRepository flows;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private ProcessCatalog catalog;
  @Inject private CallGate gate;
  @Inject private FulfillmentSettings settings;
  @Inject private Clock clock;

  /** Takes up to {@code limit} leases for this node. */
  public List<CallTask> take(int limit) {
    Instant now = clock.instant();
    return take(attempts.lockDue(now, limit), now);
  }

  /** Ids of up to {@code limit} tries whose leases can be taken. */
  public List<Long> find(int limit) {
    return attempts.idsDue(clock.instant(), limit);
  }

  /** Takes the lease of this try alone; nothing when another node was faster, or when it is kept back. */
  public List<CallTask> takeOne(long id) {
    Instant now = clock.instant();
    return take(attempts.lockDue(now, id).map(List::of).orElse(List.of()), now);
  }

  /** Leaves a try that can not be taken alone for a while, and says so in its message. */
  public void putOff(long id, String why, Duration pause) {
    Instant now = clock.instant();
    attempts.putOff(id, why, now, now.plus(pause));
  }

  private List<CallTask> take(List<StepAttempt> found, Instant now) {
    List<CallTask> tasks = new ArrayList<>();
    if (!found.isEmpty()) {
      flows.read(found.stream().map(StepAttempt::flowId).collect(Collectors.toSet()));
    }
    for (StepAttempt due : found) {
      StepAttempt mine = due.state() == AttemptState.RUNNING ? takeOver(due, now) : due;
      FulfillmentFlow flow = flows.find(mine.flowId()).orElseThrow();
      IntegrationDefinition definition = definitionOf(mine, flow);
      if (gate.keepBack(mine, flow.processName(), definition, now).isEmpty()) {
        tasks.add(leased(mine, definition, now));
      }
    }
    return tasks;
  }

  /** Takes the lease of the try that is parked longest, to see with it whether the back office works again. */
  public Optional<CallTask> takeParked(String connector) {
    Instant now = clock.instant();
    return attempts.lockParked(connector, 1).stream()
        .findFirst()
        .map(
            parked -> {
              parked.unpark(now);
              return leased(parked, definitionOf(parked, flows.find(parked.flowId()).orElseThrow()), now);
            });
  }

  private CallTask leased(StepAttempt mine, IntegrationDefinition definition, Instant now) {
    boolean accepted = mine.state() == AttemptState.ACCEPTED;
    mine.lease(settings.node(), now.plus(settings.lease()), now);
    if (accepted) {
      FulfillmentLog.LOG.acknowledgementOverdue(mine.id());
    }
    return CallPlacement.task(mine, definition, new CaseNumber(mine.caseId()).toString(), accepted);
  }

  /** Prolongs the leases of tries that this node is still busy with. */
  public void renew(java.util.Set<Long> ids) {
    if (!ids.isEmpty()) {
      attempts.renew(ids, settings.node(), clock.instant().plus(settings.lease()));
    }
  }

  private StepAttempt takeOver(StepAttempt silent, Instant now) {
    silent.end(AttemptState.LOST, "the node that ran it fell silent", now);
    StepAttempt next = silent.next(ids.next(RecordKind.ATTEMPT), true, now, now);
    records.add(next);
    FulfillmentLog.LOG.leaseLost(silent.id(), settings.node(), next.number());
    return next;
  }

  private IntegrationDefinition definitionOf(StepAttempt attempt, FulfillmentFlow flow) {
    return ActionIntegration.find(
            catalog.require(flow.processName(), flow.processVersion()).bundle(), attempt.integration())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "version %s of process %s has no integration %s".formatted(flow.processVersion(), flow.processName(), attempt.integration())));
  }
}
