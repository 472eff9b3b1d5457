package org.casebound.fulfillment.studio;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChanges;
import org.casebound.fulfillment.persistence.ProcessRepository;

/** Makes way for a version that becomes the active one of its process. Works in the caller's transaction. */
@Dependent
public class ActiveVersions {
  @Inject private ProcessRepository processes;
  @Inject private OpenActivations open;
  @Inject private AdminChanges changes;

  /**
   * The active version is retired, and what waits for its time is called off.
   *
   * @param version the one that becomes active
   * @param why why it does; may be empty
   * @return the version that was active until now
   */
  public Optional<ProcessVersion> makeWay(String name, int version, String who, String why, Instant now) {
    String reason = why.isEmpty() ? "" : ": " + why;
    open.close(name, who, "version %d came into force%s".formatted(version, reason), now);
    Optional<ProcessVersion> before = processes.active(name).filter(active -> active.processVersion() != version);
    before.ifPresent(
        active -> {
          active.retire(who, "version %d took its place%s".formatted(version, reason), now);
          processes.flush(name);
        });
    return before;
  }

  /** Keeps that a version came into force, with the queues that it names; to be called when it is stored. */
  public void cameIntoForce(Optional<ProcessVersion> before, ProcessVersion now, String who) {
    changes.keep(who, AdminChangeKind.PROCESS_ACTIVATED, now.name(), before.map(ActiveVersions::facts).orElse(Map.of()), facts(now));
  }

  /** Keeps that a process can not be requested any more. */
  public void retired(ProcessVersion before, String who) {
    changes.keep(who, AdminChangeKind.PROCESS_RETIRED, before.name(), facts(before), Map.of());
  }

  private static Map<String, Object> facts(ProcessVersion version) {
    List<String> queues = BundleCodec.read(version.document()).queues().stream().map(QueueDefinition::name).sorted().toList();
    return Map.of("version", version.processVersion(), "queues", queues);
  }
}
