package org.casebound.fulfillment.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.library.ImportPlan.Difference;
import org.casebound.fulfillment.persistence.LibraryRepository;
import org.casebound.fulfillment.persistence.ProcessRepository;

/** Shows what changed from one version of a process to another. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class VersionComparing {
  @Inject private ProcessRepository processes;
  @Inject private LibraryRepository library;

  /**
   * Both versions side by side.
   *
   * @param from the earlier version; empty: the one before, or the same when there is none
   * @throws UnknownRecord when there is no such version
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public VersionComparison compare(String name, Optional<Integer> from, int to) {
    int earlier = from.orElseGet(() -> before(name, to));
    ProcessVersion first = version(name, earlier);
    ProcessVersion second = version(name, to);
    List<Difference> differences = Differences.between(first.document(), second.document());
    return new VersionComparison(
        name,
        earlier,
        to,
        differences.subList(0, Math.min(differences.size(), ImportPlan.MOST_DIFFERENCES)),
        differences.size(),
        TextLines.sideBySide(first.source(), second.source()));
  }

  private int before(String name, int version) {
    return library.versions(name).stream().mapToInt(row -> row.version()).filter(other -> other < version).max().orElse(version);
  }

  private ProcessVersion version(String name, int version) {
    return processes.find(name, version).orElseThrow(() -> new UnknownRecord("process", name + " version " + version));
  }
}
