package org.casebound.connector.file.outbound;

import java.nio.file.Path;

/**
 * How one drop folder is used.
 *
 * @param folder the drop folder, absolute; it must be there already
 * @param workFolder for unfinished files and keys, absolute, on the same file system; made when it is missing
 * @param acknowledged whether the receiver acknowledges each file later
 * @param maxWaiting most files that may wait in the folder; 0 for no limit
 */
public record FileSettings(Path folder, Path workFolder, boolean acknowledged, int maxWaiting) {

  /** @throws IllegalArgumentException with a sentence when a value is out of its range */
  public FileSettings {
    if (!folder.isAbsolute() || !workFolder.isAbsolute()) {
      throw new IllegalArgumentException("folder and workFolder must be absolute paths.");
    }
    if (folder.normalize().equals(workFolder.normalize())) {
      throw new IllegalArgumentException("workFolder must not be the drop folder.");
    }
    if (maxWaiting < 0) {
      throw new IllegalArgumentException("maxWaiting must not be negative.");
    }
  }
}
