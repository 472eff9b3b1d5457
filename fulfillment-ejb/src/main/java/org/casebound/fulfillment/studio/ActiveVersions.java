package org.casebound.fulfillment.studio;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.fulfillment.persistence.ProcessRepository;

/** Makes way for a version that becomes the active one of its process. Works in the caller's transaction. */
@Dependent
public class ActiveVersions {
  @Inject private ProcessRepository processes;
  @Inject private OpenActivations open;

  /**
   * The active version is retired, and what waits for its time is called off.
   *
   * @param version the one that becomes active
   * @param why why it does; may be empty
   */
  public void makeWay(String name, int version, String who, String why, Instant now) {
    String reason = why.isEmpty() ? "" : ": " + why;
    open.close(name, who, "version %d came into force%s".formatted(version, reason), now);
    processes
        .active(name)
        .filter(active -> active.processVersion() != version)
        .ifPresent(
            active -> {
              active.retire(who, "version %d took its place%s".formatted(version, reason), now);
              processes.flush(name);
            });
  }
}
