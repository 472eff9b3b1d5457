package org.casebound.fulfillment.library;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.ProcessDraft;
import org.casebound.domain.definition.ProcessState;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.definition.ScheduledActivation;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChanges;
import org.casebound.fulfillment.persistence.LibraryRepository;
import org.casebound.fulfillment.persistence.ProcessRepository;
import org.casebound.fulfillment.studio.ActiveVersions;
import org.casebound.fulfillment.studio.BundlePublication;
import org.casebound.fulfillment.studio.BundleReader;
import org.casebound.fulfillment.studio.OpenActivations;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** The transactions of the library. Not for callers outside the module: see ProcessLibrary. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class LibraryChanges {
  @Inject private ProcessRepository processes;
  @Inject private LibraryRepository library;
  @Inject private BundlePublication publication;
  @Inject private VersionActivation activation;
  @Inject private OpenActivations open;
  @Inject private ActiveVersions active;
  @Inject private AdminChanges changes;
  @Inject private BundleReader reader;
  @Inject private ProcessCatalog catalog;
  @Inject private Bindings bindings;
  @Inject private Clock clock;

  /**
   * No version can be requested any more, and none that waits for its time becomes active.
   *
   * @throws UnknownRecord when no version can be requested
   */
  public void retire(String name, String who, String why) {
    Instant now = clock.instant();
    open.close(name, who, "the process was retired: " + why, now);
    ProcessVersion retired = processes.active(name).orElseThrow(() -> new UnknownRecord("active process", name));
    retired.retire(who, why, now);
    active.retired(retired, who);
  }

  /**
   * A version that was saved and never active needs its queues here.
   *
   * @param newQueues those that are to be new
   * @throws UnknownRecord when there is no such version
   * @throws RuleViolation BUNDLE-009 with a sentence for each queue that is missing
   */
  public void requireQueues(String name, int version, Set<String> newQueues) {
    ProcessVersion wanted = version(name, version);
    if (wanted.state() == ProcessState.DRAFT) {
      MissingQueues.require(bindings.queues(catalog.require(name, version).bundle()), newQueues);
    }
  }

  private ProcessVersion version(String name, int version) {
    return processes.find(name, version).orElseThrow(() -> new UnknownRecord("process", name + " version " + version));
  }

  /**
   * Lets a version be requested.
   *
   * @throws UnknownRecord when there is no such version
   * @throws org.casebound.domain.shared.ForbiddenAction REVIEW-002 when a second person is needed and it was never active before
   */
  public void activate(String name, int version, String who, String why) {
    activation.activate(version(name, version), who, why, clock.instant());
  }

  /**
   * Lets a version be requested from a time on.
   *
   * @param newQueues queues that are to be new here; only a version that was saved and never active asks for them
   * @throws UnknownRecord when there is no such version
   * @throws RuleViolation PROC-001 when it is active, PROC-021 when the time is not ahead, BUNDLE-009 when a queue of it is missing here
   * @throws org.casebound.domain.shared.ForbiddenAction REVIEW-002 when a second person is needed and it was never active before
   */
  public void schedule(String name, int version, Instant effectiveAt, String who, String why, Set<String> newQueues) {
    requireQueues(name, version, newQueues);
    ProcessVersion wanted = version(name, version);
    wanted.requireInactive();
    activation.requireSecondPerson(wanted, who);
    plan(catalog.require(name, version).bundle(), effectiveAt, who, why);
  }

  /** Queues that are new by then were new when a person decided; one that goes missing later is another matter. */
  private void plan(ProcessBundle bundle, Instant effectiveAt, String who, String why) {
    ServiceProcessDefinition process = bundle.process();
    open.schedule(process.name(), process.version(), effectiveAt, who, why, bindings.newQueues(bundle), clock.instant());
    changes.keep(who, AdminChangeKind.ACTIVATION_PLANNED, process.name(), Map.of(), facts(process.version(), effectiveAt));
  }

  /**
   * What is open of a process is not to be.
   *
   * @throws RuleViolation PROC-022 when nothing is
   */
  public void callOff(String name, String who, String why) {
    ScheduledActivation calledOff =
        open.close(name, who, why, clock.instant())
            .orElseThrow(
                () -> new RuleViolation("PROC-022", "No version of process '%s' waits for its time any more. Read the process again.".formatted(name)));
    changes.keep(who, AdminChangeKind.ACTIVATION_CALLED_OFF, name, facts(calledOff.processVersion(), calledOff.effectiveAt()), Map.of());
  }

  private static Map<String, Object> facts(int version, Instant effectiveAt) {
    return Map.of("version", version, "effectiveAt", effectiveAt.toString());
  }

  /**
   * Keeps the text.
   *
   * @param read version of the draft that the author has read; -1 when there was none
   * @throws org.casebound.domain.shared.StaleRecord PROC-002 when another person has written meanwhile
   */
  public ProcessDraft write(String name, String text, int read, String who) {
    Instant now = clock.instant();
    ProcessDraft draft = library.lockDraft(name).orElse(null);
    if (draft == null) {
      draft = new ProcessDraft(name, text, who, now);
      library.add(draft);
    } else {
      draft.write(text, read, who, now);
      library.flush();
    }
    return draft;
  }

  /** @throws UnknownRecord when there is none */
  public void discard(String name, int read) {
    ProcessDraft draft = library.lockDraft(name).orElseThrow(() -> new UnknownRecord("draft", name));
    draft.requireUnchanged(read);
    library.remove(draft);
  }

  /**
   * Publishes the draft; it is no draft any more.
   *
   * @param effectiveAt when it becomes active; empty for at once
   * @throws org.casebound.fulfillment.studio.BundleRefused when it has mistakes
   * @throws RuleViolation PROC-003 when its text is about another process, PROC-004 when its version is published already, REVIEW-001
   *     when a second person is needed and it is not handed in, PROC-021 when the time is not ahead
   * @throws org.casebound.domain.shared.ForbiddenAction REVIEW-003 when a second person is needed and this is one of its authors
   */
  public void publish(String name, int read, String who, Optional<Instant> effectiveAt) {
    ProcessDraft draft = library.lockDraft(name).orElseThrow(() -> new UnknownRecord("draft", name));
    draft.requireUnchanged(read);
    if (library.publicationRule().fourEyes()) {
      draft.requireApprover(who);
    }
    String file = name + ".yaml";
    ProcessBundle bundle = reader.read(file, draft.text());
    String written = bundle.process().name();
    if (!written.equals(name)) {
      throw new RuleViolation(
          "PROC-003",
          "The draft of process '%s' says that it is process '%s'. Name it '%s' there, or write a draft of its own.".formatted(name, written, name));
    }
    String author = draft.handedInBy().orElse(who);
    Optional<String> approver = Optional.of(who).filter(other -> !other.equals(author));
    boolean taken =
        effectiveAt.isEmpty() ? publication.publish(file, draft.text(), author, approver) : publication.save(file, draft.text(), author, approver);
    if (!taken) {
      throw new RuleViolation(
          "PROC-004", "This version of process '%s' is published already, with the same content. Raise its version first.".formatted(name));
    }
    effectiveAt.ifPresent(at -> plan(bundle, at, who, ""));
    library.remove(draft);
  }
}
