package org.casebound.fulfillment.library;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.ProcessDraft;
import org.casebound.domain.definition.ProcessState;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.definition.ScheduledActivation;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.library.ImportPlan.Change;
import org.casebound.fulfillment.library.ImportPlan.Difference;
import org.casebound.fulfillment.persistence.ActivationRepository;
import org.casebound.fulfillment.persistence.LibraryRepository;
import org.casebound.fulfillment.persistence.LibraryRepository.DraftRow;
import org.casebound.fulfillment.persistence.LibraryRepository.VersionKey;
import org.casebound.fulfillment.persistence.LibraryRepository.VersionRow;
import org.casebound.fulfillment.persistence.ProcessRepository;
import org.casebound.fulfillment.studio.BundleReader;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.studio.BundleText;
import org.casebound.fulfillment.studio.CanonicalBundle;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** What process owners do with processes as a whole: look, take out, write drafts, publish, retire, and see before they import. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ProcessLibrary {
  /** Longest draft, in characters: what a bundle may have. */
  public static final int LONGEST_DRAFT = BundleReader.MOST_BYTES;

  @Inject private LibraryRepository library;
  @Inject private ProcessRepository processes;
  @Inject private ActivationRepository activations;
  @Inject private LibraryChanges changes;
  @Inject private ProcessCatalog catalog;
  @Inject private BundleReader reader;
  @Inject private Bindings bindings;
  @Inject private DraftViews drafts;
  @Resource private SessionContext context;

  /** All processes, also retired ones and those that are only drafts, by name. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<ProcessLine> all() {
    Map<VersionKey, Long> open = library.openCases();
    Map<String, List<VersionRow>> versions = new LinkedHashMap<>();
    library.versions().forEach(row -> versions.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(row));
    Map<String, DraftRow> drafts = new TreeMap<>();
    library.drafts().forEach(draft -> drafts.put(draft.name(), draft));
    Map<String, ActivationLine> planned = new HashMap<>();
    activations.open().forEach(activation -> planned.put(activation.processName(), ActivationLine.of(activation)));
    Map<String, ProcessLine> lines = new TreeMap<>();
    versions.forEach(
        (name, rows) -> lines.put(name, line(name, rows, open, Optional.ofNullable(drafts.get(name)), Optional.ofNullable(planned.get(name)))));
    drafts.forEach(
        (name, draft) ->
            lines.computeIfAbsent(
                name,
                each ->
                    new ProcessLine(
                        each,
                        each,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(draft.updatedBy()),
                        draft.handedIn(),
                        Optional.empty())));
    return List.copyOf(lines.values());
  }

  private ProcessLine line(
      String name, List<VersionRow> rows, Map<VersionKey, Long> open, Optional<DraftRow> draft, Optional<ActivationLine> planned) {
    VersionRow newest = rows.get(0);
    Optional<Integer> active = rows.stream().filter(row -> row.state() == ProcessState.ACTIVE).map(VersionRow::version).findFirst();
    String label = catalog.require(name, active.orElse(newest.version())).process().label();
    long cases = rows.stream().mapToLong(row -> open.getOrDefault(new VersionKey(name, row.version()), 0L)).sum();
    return new ProcessLine(
        name,
        label,
        active,
        Optional.of(newest.version()),
        Optional.of(newest.state()),
        cases,
        Optional.of(newest.publishedAt()),
        Optional.of(newest.publishedBy()),
        draft.map(DraftRow::updatedBy),
        draft.filter(DraftRow::handedIn).isPresent(),
        planned);
  }

  /**
   * All versions of a process, the newest first; none while there is only a draft.
   *
   * @throws UnknownRecord when there is neither a version nor a draft
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<VersionLine> versions(String name) {
    List<VersionRow> rows = library.versions(name);
    if (rows.isEmpty() && library.draft(name).isEmpty()) {
      throw new UnknownRecord("process", name);
    }
    Map<VersionKey, Long> open = library.openCases();
    Optional<ScheduledActivation> waiting = activations.open(name).filter(ScheduledActivation::isWaiting);
    return rows.stream()
        .map(
            row ->
                new VersionLine(
                    row.version(),
                    row.state(),
                    row.sha256(),
                    open.getOrDefault(new VersionKey(name, row.version()), 0L),
                    row.publishedAt(),
                    row.publishedBy(),
                    row.changedAt(),
                    row.changedBy(),
                    row.changeReason(),
                    row.approvedBy(),
                    waiting.filter(plan -> plan.processVersion() == row.version()).map(ScheduledActivation::effectiveAt)))
        .toList();
  }

  /**
   * The bundle of a version as its author wrote it, comments included: what another installation imports.
   *
   * @throws UnknownRecord when there is no such version
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public String bundle(String name, int version) {
    return processes
        .find(name, version)
        .map(ProcessVersion::source)
        .orElseThrow(() -> new UnknownRecord("process", name + " version " + version));
  }

  /**
   * What importing a bundle would do. Writes nothing, and calls nothing.
   *
   * @param fileName name shown in problems
   * @throws BundleRefused with every problem found
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public ImportPlan plan(String fileName, String yaml) {
    ProcessBundle bundle = reader.read(fileName, yaml);
    CanonicalBundle canonical = CanonicalBundle.of(bundle);
    String name = bundle.process().name();
    int version = bundle.process().version();
    Optional<ProcessVersion> same = processes.find(name, version);
    Optional<ProcessVersion> active = processes.active(name);
    List<Difference> differences =
        same.or(() -> active).map(before -> Differences.between(before.document(), canonical.json())).orElse(List.of());
    Change change =
        same.map(known -> known.sha256().equals(canonical.sha256()) ? Change.SAME : Change.CONFLICT)
            .orElse(library.versions(name).isEmpty() ? Change.ADD : Change.CHANGE);
    return new ImportPlan(
        name,
        version,
        change,
        active.map(ProcessVersion::processVersion),
        differences.subList(0, Math.min(differences.size(), ImportPlan.MOST_DIFFERENCES)),
        differences.size(),
        bindings.of(bundle, canonical));
  }

  /**
   * The draft of a process with its problems.
   *
   * @throws UnknownRecord when there is none
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public DraftView draft(String name) {
    return drafted(name).orElseThrow(() -> new UnknownRecord("draft", name));
  }

  /** The draft of a process, if there is one. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public Optional<DraftView> drafted(String name) {
    return library.draft(name).map(this::view);
  }

  /**
   * Keeps a draft, with mistakes if it has any.
   *
   * @param read version of the draft that the author has read; empty when there was none
   * @throws RuleViolation PROC-005 when the name is no API name, PROC-006 when the text is longer than {@value #LONGEST_DRAFT} characters
   * @throws org.casebound.domain.shared.StaleRecord PROC-002 when another person has written meanwhile; nothing of his is lost
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public DraftView write(String name, String text, Optional<Integer> read) {
    if (!name.matches("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*") || name.length() > 80) {
      throw new RuleViolation(
          "PROC-005", "'%s' is no API name: letters, digits and single underscores, a letter first, at most 80 characters.".formatted(name));
    }
    if (text.length() > LONGEST_DRAFT) {
      throw new RuleViolation("PROC-006", "The draft has more than %d characters; split it: one process for each.".formatted(LONGEST_DRAFT));
    }
    return view(changes.write(name, text, read.orElse(-1), Caller.of(context).name()));
  }

  /**
   * Begins a draft: with the text of the newest version and the next number, or with a small example when the process is new.
   *
   * @return the draft that is there already, when there is one
   * @throws RuleViolation PROC-005 when the name is no API name
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public DraftView begin(String name) {
    return library.draft(name).map(this::view).orElseGet(() -> write(name, begun(name), Optional.empty()));
  }

  private String begun(String name) {
    return library.versions(name).stream()
        .findFirst()
        .map(newest -> BundleText.withVersion(bundle(name, newest.version()), newest.version() + 1))
        .orElseGet(() -> Starter.text(name));
  }

  /**
   * Throws a draft away.
   *
   * @throws org.casebound.domain.shared.StaleRecord PROC-002 when another person has written meanwhile
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public void discard(String name, int read) {
    changes.discard(name, read);
  }

  private DraftView view(ProcessDraft draft) {
    return drafts.view(draft);
  }

  /**
   * Publishes a draft: it can be requested from now on, and takes the place of the active version, whose open cases keep it.
   *
   * @param read version of the draft that the author has read
   * @throws BundleRefused when it has mistakes
   * @throws RuleViolation BUNDLE-001 when its version was published with another content, PROC-003 when it is about another process,
   *     PROC-004 when it is published already, REVIEW-001 when a second person is needed and it is not handed in
   * @throws org.casebound.domain.shared.ForbiddenAction REVIEW-003 when a second person is needed and the caller is one of its authors
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void publish(String name, int read) {
    changes.publish(name, read, Caller.of(context).name(), Optional.empty());
    catalog.refresh();
  }

  /**
   * The process can not be requested any more; open cases go on.
   *
   * @throws UnknownRecord when it can not be requested now
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void retire(String name, String why) {
    changes.retire(name, Caller.of(context).name(), why);
    catalog.refresh();
  }

  /**
   * The queues that a version works with, by name.
   *
   * @throws UnknownRecord when there is no such version
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Set<String> queues(String name, int version) {
    return catalog.require(name, version).bundle().queues().stream().map(QueueDefinition::name).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A version can be requested, or requested again, in place of the active one.
   *
   * @param newQueues queues that are to be new here; only a version that was saved and never active asks for them
   * @throws RuleViolation PROC-001 when it is active, BUNDLE-009 when a queue of it is missing here
   * @throws org.casebound.domain.shared.ForbiddenAction REVIEW-002 when a second person is needed and the caller saved it
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void activate(String name, int version, String why, Set<String> newQueues) {
    changes.requireQueues(name, version, newQueues);
    changes.activate(name, version, Caller.of(context).name(), why);
    catalog.refresh();
  }
}
