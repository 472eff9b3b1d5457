package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.fulfillment.event.CaseEvent;
import org.casebound.fulfillment.persistence.CaseEventRepository;

/** Events that came before a step awaited them. */
@Dependent
class EarlyEvents {
  @Inject private CaseEventRepository events;
  @Inject private StepTimers timers;

  /** The event that the step begins to await, if it has come already; otherwise its time-out runs from now on. */
  Optional<FlowEvent> to(FlowContext context, Decision decision) {
    if (!(decision instanceof Decision.EventAwaited wait)) {
      return Optional.empty();
    }
    Optional<CaseEvent> early = events.waiting(context.workedCase().id(), wait.event());
    if (early.isPresent()) {
      early.get().take(context.now());
    } else {
      wait.timeout().ifPresent(time -> timers.plan(context, wait.step(), wait.element(), context.now().plus(time)));
    }
    return early.map(event -> new FlowEvent.EventArrived(event.name(), event.data().asMap()));
  }
}
