package org.casebound.connector.tck;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.api.Outcome;
import org.jspecify.annotations.Nullable;

/** The contract of acknowledgements applied to an inbound side with every mistake. Its name keeps it out of the ordinary run. */
class BadInboundContract extends AcknowledgementContract {
  @Override
  protected InboundRig newRig() {
    return new BadRig();
  }

  /** Gives each message a name of its own, delivers whatever comes, twice, after its end too, and answers before it knows. */
  private static final class BadRig implements InboundRig {
    private final AtomicInteger count = new AtomicInteger();
    private @Nullable MessageEndpointFactory endpoints;

    @Override
    public void activate(MessageEndpointFactory given) {
      endpoints = given;
    }

    @Override
    public void shutDown() {}

    @Override
    public Receipt send(String messageId, String reference) {
      deliver(reference);
      deliver(reference);
      return Receipt.TAKEN;
    }

    private void deliver(String reference) {
      try {
        AcknowledgementListener endpoint = (AcknowledgementListener) endpoints.createEndpoint(null);
        endpoint.onAcknowledgement(new Acknowledgement(
            "bad", "own-" + count.incrementAndGet(), Optional.of(reference), Optional.empty(), new Outcome.Done(Map.of()),
            Instant.EPOCH, "{}"));
      } catch (UnavailableException e) {
        throw new IllegalStateException(e);
      } catch (ResourceException lost) {
        // The mistake: nobody learns of it.
        count.incrementAndGet();
      }
    }

    @Override
    public Receipt sendNonsense() {
      return send("", "nonsense");
    }

    @Override
    public Optional<Receipt> sendAsStranger(String messageId, String reference) {
      return Optional.of(send(messageId, reference));
    }

    @Override
    public void close() {}
  }
}
