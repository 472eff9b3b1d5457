package org.casebound.connector.api;

import jakarta.resource.ResourceException;
import java.util.List;

/**
 * Where a connector's broker puts the messages that nobody could take. People look into it and empty it, so it is used
 * seldom, outside of any transaction of the caller. Belongs to the connection that it was asked of.
 */
public interface DeadLetterBox {

  /**
   * What lies there.
   *
   * @param count all of them
   * @param oldest the first ones, as they came
   */
  record Content(long count, List<DeadLetter> oldest) {
    public Content {
      oldest = List.copyOf(oldest);
    }
  }

  /** What became of a letter that somebody wanted to take out. */
  enum End {
    /** It is out. */
    DONE,
    /** There is no such letter any more. */
    GONE,
    /** It is still there: the broker does not say which queue it came from. */
    NO_WAY_BACK
  }

  /**
   * Looks; changes nothing.
   *
   * @param most how many letters to show, 1 or more
   * @throws ResourceException when the broker can not be reached
   */
  Content look(int most) throws ResourceException;

  /**
   * Puts a letter back into the queue that it came from, where it is delivered as if it were new.
   *
   * @throws ResourceException when the broker can not be reached, or broke off; then look again
   */
  End sendBack(String id) throws ResourceException;

  /**
   * Throws a letter away.
   *
   * @throws ResourceException when the broker can not be reached, or broke off; then look again
   */
  End discard(String id) throws ResourceException;
}
