package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.workitem.Substitution;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.SubstitutionRepository;

/** For whom a caller stands in now. */
@Dependent
class Substitutes {
  @Inject private SubstitutionRepository substitutions;
  @Inject private Clock clock;

  /** For whom, and within what limits; only those who work on cases stand in for others. */
  List<Substitution> heldBy(Caller caller) {
    return caller.works() ? substitutions.heldBy(caller.name(), clock.instant()) : List.of();
  }

  /** The absent person for whom the caller may work the item; empty when there is none. */
  Optional<String> absentFor(Caller caller, WorkItem item) {
    if (item.assignee().filter(person -> !person.equals(caller.name())).isEmpty()) {
      return Optional.empty();
    }
    return heldBy(caller).stream().filter(held -> held.covers(item, clock.instant())).map(Substitution::absent).findFirst();
  }
}
