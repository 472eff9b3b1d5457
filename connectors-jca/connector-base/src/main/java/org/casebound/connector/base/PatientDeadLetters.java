package org.casebound.connector.base;

import jakarta.resource.ResourceException;
import org.casebound.connector.api.DeadLetterBox;

/** Dead letters, asked for on the container's work threads and no longer than a question may take. */
record PatientDeadLetters(DeadLetterBox box, TimeLimit limit) implements DeadLetterBox {
  @Override
  public Content look(int most) throws ResourceException {
    return limit.ask(() -> box.look(most));
  }

  @Override
  public End sendBack(String id) throws ResourceException {
    return limit.ask(() -> box.sendBack(id));
  }

  @Override
  public End discard(String id) throws ResourceException {
    return limit.ask(() -> box.discard(id));
  }
}
