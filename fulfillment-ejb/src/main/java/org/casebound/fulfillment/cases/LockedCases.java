package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.FlowRepository;

/**
 * Locks cases for a change that no flow makes. The change may move running flows on, so these are locked first: in the order in which
 * the engine locks, or two of them would wait for each other.
 */
@Dependent
public class LockedCases {
  @Inject private CaseRepository cases;
  @Inject private FlowRepository flows;

  /** The case, its row and those of its running flows locked until the transaction ends. */
  public Optional<Case> lock(long id) {
    flows.lockRunningOf(id);
    return cases.lock(id);
  }
}
