package org.casebound.fulfillment.library;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.ActivationRepository;
import org.casebound.fulfillment.persistence.LibraryRepository;
import org.casebound.fulfillment.studio.BundleRefused;

/** Versions that come into force at a time: until then the process keeps the one that it has, and the plan can be called off or replaced. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ActivationDesk {
  /** How many of a process are listed: what lies further back is of no use to anybody who plans. */
  static final int MOST = 50;

  @Inject private LibraryChanges changes;
  @Inject private ActivationRepository activations;
  @Inject private LibraryRepository library;
  @Resource private SessionContext context;

  /**
   * Publishes a draft that comes into force at a time. It can not be changed any more, and takes the place of what was planned for the process.
   *
   * @param read version of the draft that the author has read
   * @param effectiveAt from now to two years ahead
   * @throws BundleRefused when it has mistakes
   * @throws RuleViolation PROC-021 when the time is not ahead, and as {@link ProcessLibrary#publish}
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public void publish(String name, int read, Instant effectiveAt) {
    changes.publish(name, read, Caller.of(context).name(), Optional.of(effectiveAt));
  }

  /**
   * A version that is here comes into force at a time. It takes the place of what was planned for the process.
   *
   * @param effectiveAt from now to two years ahead
   * @param newQueues queues that are to be new here; only a version that was saved and never active asks for them
   * @throws RuleViolation PROC-021 when the time is not ahead, and as {@link ProcessLibrary#activate}
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public void schedule(String name, int version, Instant effectiveAt, String why, Set<String> newQueues) {
    changes.schedule(name, version, effectiveAt, Caller.of(context).name(), why, newQueues);
  }

  /**
   * The version that waits for its time does not come into force; one that could not is let be.
   *
   * @throws UnknownRecord when there is no such process
   * @throws RuleViolation PROC-022 when nothing of the process is open
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public void callOff(String name, String why) {
    requireProcess(name);
    changes.callOff(name, Caller.of(context).name(), why);
  }

  /**
   * The newest {@value #MOST} plans of a process, the newest first: at most that one is open.
   *
   * @throws UnknownRecord when there is no such process
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<ActivationLine> of(String name) {
    List<ActivationLine> found = activations.of(name, MOST).stream().map(ActivationLine::of).toList();
    if (found.isEmpty()) {
      requireProcess(name);
    }
    return found;
  }

  private void requireProcess(String name) {
    if (library.versions(name).isEmpty() && library.draft(name).isEmpty()) {
      throw new UnknownRecord("process", name);
    }
  }
}
