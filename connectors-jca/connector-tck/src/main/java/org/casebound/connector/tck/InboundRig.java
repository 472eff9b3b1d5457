package org.casebound.connector.tck;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Optional;

/**
 * A connector's inbound side together with a back office that sends acknowledgements. A new one is made for each test. Its
 * methods that send wait until the back office can tell what became of the message, at most 10 s.
 */
public interface InboundRig extends AutoCloseable {

  /** What the sender learns of a message. */
  enum Receipt {
    /** It was taken; the sender need not do anything more. */
    TAKEN,
    /** It could not be taken just now; it comes again, by the sender or by itself. */
    AGAIN,
    /** It was not taken, and the same message will never be; or nobody waits for it. Somebody is told. */
    REFUSED,
    /** Nothing was said, because nobody listens. */
    SILENCE
  }

  /** Starts the connector and delivers to these endpoints from now on. */
  void activate(MessageEndpointFactory endpoints) throws ResourceException;

  /** Deactivates the endpoints and stops the connector, as a server does that shuts down. */
  void shutDown();

  /** The back office says that the work with this reference is done. */
  Receipt send(String messageId, String reference);

  /** The back office sends something that is no acknowledgement. */
  Receipt sendNonsense();

  /**
   * Somebody else sends an acknowledgement; empty when whoever can write there is trusted, as with a folder.
   *
   * @return what that sender learns
   */
  Optional<Receipt> sendAsStranger(String messageId, String reference);

  @Override
  void close();
}
