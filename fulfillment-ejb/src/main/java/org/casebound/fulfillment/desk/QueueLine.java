package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A queue and its work.
 *
 * @param name API name; its members are the people in the group of this name, which is kept by the server or the OpenID provider
 * @param label what people call it
 * @param processes active processes that name it, by label; without one nobody can take its work
 * @param open items that have not ended
 * @param oldest when the oldest of them was made
 * @param worked whether somebody has, or has done, work of it: then its group has had a member
 */
public record QueueLine(String name, String label, List<Process> processes, long open, Optional<Instant> oldest, boolean worked) {

  /** An active process. */
  public record Process(String name, String label) {}
}
