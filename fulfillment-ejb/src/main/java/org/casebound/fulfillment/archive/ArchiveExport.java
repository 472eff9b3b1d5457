package org.casebound.fulfillment.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.ProcessRepository;

/** Takes processes out: one or many, with the processes that they file cases of, in one archive. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ArchiveExport {
  private static final Pattern CHOSEN = Pattern.compile("([A-Za-z][A-Za-z0-9_]{0,79})(?:@([1-9][0-9]{0,8}))?");

  @Inject private ProcessRepository processes;
  @Inject private ArchiveSigning signing;

  /**
   * The archive of those processes. The same processes give the same bytes, whenever they are asked for.
   *
   * @param chosen each {@code Name}, for the active version, or {@code Name@version}; none: every active process
   * @param linked whether processes that the chosen ones file cases of come along
   * @throws UnknownRecord when there is no such version, or none is active
   * @throws RuleViolation BUNDLE-010 when they are too many
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public byte[] export(List<String> chosen, boolean linked) {
    TreeMap<String, ArchivedBundle> found = new TreeMap<>();
    Deque<ProcessVersion> waiting = new ArrayDeque<>();
    (chosen.isEmpty() ? List.copyOf(new TreeSet<>(processes.activeVersions().keySet())) : chosen).forEach(one -> waiting.add(version(one)));
    while (!waiting.isEmpty()) {
      ProcessVersion next = waiting.remove();
      ArchivedBundle bundle = new ArchivedBundle(next.name(), next.processVersion(), next.source());
      if (found.putIfAbsent(bundle.path(), bundle) == null && linked) {
        LinkedProcesses.of(next.document()).stream()
            .filter(name -> found.values().stream().noneMatch(known -> known.name().equals(name)))
            .map(processes::active)
            .flatMap(Optional::stream)
            .forEach(waiting::add);
      }
    }
    return ArchiveWriter.write(signing.signed(BundleArchive.of(List.copyOf(found.values()))));
  }

  private ProcessVersion version(String chosen) {
    Matcher parts = CHOSEN.matcher(chosen);
    if (!parts.matches()) {
      throw new UnknownRecord("process", chosen.length() > 100 ? chosen.substring(0, 100) + "..." : chosen);
    }
    String name = parts.group(1);
    return parts.group(2) == null
        ? processes.active(name).orElseThrow(() -> new UnknownRecord("active process", name))
        : processes
            .find(name, Integer.parseInt(parts.group(2)))
            .orElseThrow(() -> new UnknownRecord("process", name + " version " + parts.group(2)));
  }
}
