package org.casebound.connector.file.inbound;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How one folder of acknowledgement files is used.
 *
 * @param connector name of the connector in the acknowledgements
 * @param folder where the back office writes, absolute
 * @param settle how long a file must not have changed before it is taken, not negative
 * @param claim after how long a claimed file may be taken over by another node, greater than zero
 */
public record FolderSettings(String connector, Path folder, Duration settle, Duration claim) {

  /** @throws IllegalArgumentException with a sentence when a value is out of its range */
  public FolderSettings {
    if (connector.isBlank()) {
      throw new IllegalArgumentException("connector is missing.");
    }
    if (!folder.isAbsolute()) {
      throw new IllegalArgumentException("folder must be an absolute path.");
    }
    if (settle.isNegative() || claim.isNegative() || claim.isZero()) {
      throw new IllegalArgumentException("settleMillis must not be negative, claimSeconds must be greater than 0.");
    }
  }

  Path claimed() {
    return folder.resolve("claimed");
  }

  Path done() {
    return folder.resolve("done");
  }

  Path failed() {
    return folder.resolve("failed");
  }
}
