package org.casebound.fulfillment.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.definition.ProcessState;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.fulfillment.persistence.LibraryRepository;
import org.casebound.fulfillment.persistence.ProcessRepository;
import org.casebound.fulfillment.studio.ActiveVersions;

/** Makes a version that is here the active one of its process. Works in the caller's transaction. */
@Dependent
class VersionActivation {
  @Inject private LibraryRepository library;
  @Inject private ProcessRepository processes;
  @Inject private ActiveVersions active;

  /**
   * Insists on a second person for a version that was never active, where one is needed.
   *
   * @param who who activates it, or who said when it is to be active
   * @throws org.casebound.domain.shared.ForbiddenAction REVIEW-002 when that is who saved it
   */
  void requireSecondPerson(ProcessVersion wanted, String who) {
    if (wanted.state() == ProcessState.DRAFT && library.publicationRule().fourEyes()) {
      wanted.requireOther(who);
    }
  }

  /**
   * It can be requested from now on, in place of the one that could.
   *
   * @throws org.casebound.domain.shared.RuleViolation PROC-001 when it is active
   * @throws org.casebound.domain.shared.ForbiddenAction REVIEW-002 when a second person is needed
   * @throws org.casebound.domain.shared.StaleRecord BUNDLE-008 when another one publishes at this moment
   */
  void activate(ProcessVersion wanted, String who, String why, Instant now) {
    wanted.requireInactive();
    requireSecondPerson(wanted, who);
    Optional<ProcessVersion> before = active.makeWay(wanted.name(), wanted.processVersion(), who, why, now);
    wanted.activate(who, why, now);
    processes.flush(wanted.name());
    active.cameIntoForce(before, wanted, who);
  }
}
