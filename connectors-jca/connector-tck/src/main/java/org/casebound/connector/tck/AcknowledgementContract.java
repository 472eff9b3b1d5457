package org.casebound.connector.tck;

import static org.casebound.connector.api.ConformanceLevel.HONEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the reply inbox expects of a connector that receives acknowledgements: the inbox stores each message before anything
 * else and knows it again by its id, and the connector tells the sender only what is committed. Extend it in the connector's
 * own tests.
 */
@ExtendWith(ConformanceReport.class)
public abstract class AcknowledgementContract {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RecordingEndpoints endpoints = new RecordingEndpoints();
  private InboundRig rig;

  /** Only for subclasses. */
  protected AcknowledgementContract() {}

  /** A new connector with a new back office, for one test. */
  protected abstract InboundRig newRig();

  @BeforeEach
  final void activate() throws ResourceException {
    rig = newRig();
    rig.activate(endpoints.factory());
  }

  @AfterEach
  final void tearDown() {
    rig.close();
  }

  @Test
  @Shows(HONEST)
  protected void aReplyIsDeliveredOnceWithWhatItSays() {
    assertEquals(InboundRig.Receipt.TAKEN, rig.send("m-1", "R-1"));
    List<Acknowledgement> delivered = endpoints.delivered();
    assertEquals(1, delivered.size());
    assertEquals("m-1", delivered.get(0).messageId());
    assertEquals(Optional.of("R-1"), delivered.get(0).reference());
    assertFalse(delivered.get(0).payload().isBlank());
  }

  @Test
  @Shows(HONEST)
  protected void aReplyThatComesTwiceIsKnownAgainByItsNameAndSettlesTheSender() {
    assertEquals(InboundRig.Receipt.TAKEN, rig.send("m-1", "R-1"));
    endpoints.on(again -> Receipt.DUPLICATE);
    assertEquals(InboundRig.Receipt.TAKEN, rig.send("m-1", "R-1"));
    assertEquals(List.of("m-1", "m-1"), endpoints.delivered().stream().map(Acknowledgement::messageId).toList());
    assertEquals(1, endpoints.delivered().stream().map(Acknowledgement::connector).distinct().count());
  }

  @Test
  @Shows(HONEST)
  protected void aReplyBeforeThePauseIsStoredIsTakenAndNotSentAgain() {
    endpoints.on(early -> Receipt.WAITING);
    assertEquals(InboundRig.Receipt.TAKEN, rig.send("m-1", "R-1"));
    assertEquals(1, endpoints.delivered().size());
  }

  @Test
  @Shows(HONEST)
  protected void aLateReplyThatNobodyWaitsForIsNotSentForEver() {
    endpoints.on(late -> Receipt.UNKNOWN);
    assertEquals(InboundRig.Receipt.REFUSED, rig.send("m-1", "R-1"));
    assertEquals(1, endpoints.delivered().size());
    endpoints.on(next -> Receipt.MATCHED);
    assertEquals(InboundRig.Receipt.TAKEN, rig.send("m-2", "R-2"));
  }

  @Test
  @Shows(HONEST)
  protected void aReplyWhoseStorageWasRolledBackComesAgain() {
    AtomicInteger tries = new AtomicInteger();
    endpoints.on(acknowledgement -> {
      if (tries.incrementAndGet() == 1) {
        throw new ResourceException("The transaction was rolled back.");
      }
      return Receipt.MATCHED;
    });
    InboundRig.Receipt first = rig.send("m-1", "R-1");
    if (first == InboundRig.Receipt.AGAIN) {
      assertEquals(InboundRig.Receipt.TAKEN, rig.send("m-1", "R-1"));
    } else {
      assertEquals(InboundRig.Receipt.TAKEN, first);
    }
    assertEquals(List.of("m-1", "m-1"), endpoints.delivered().stream().map(Acknowledgement::messageId).toList());
  }

  @Test
  @Shows(HONEST)
  protected void whoIsNotTheBackOfficeReachesNobody() {
    Optional<InboundRig.Receipt> answer = rig.sendAsStranger("m-1", "R-1");
    if (answer.isEmpty()) {
      throw new NotApplicable("whoever can write there is trusted.");
    }
    assertEquals(InboundRig.Receipt.REFUSED, answer.get());
    assertTrue(endpoints.delivered().isEmpty());
  }

  @Test
  @Shows(HONEST)
  protected void whatHasNotTheStandardFormIsRefusedAndDoesNotStopTheNext() {
    assertEquals(InboundRig.Receipt.REFUSED, rig.sendNonsense());
    assertTrue(endpoints.delivered().stream().allMatch(Acknowledgement::isUnreadable), "what can not be read could end a step");
    assertEquals(InboundRig.Receipt.TAKEN, rig.send("m-2", "R-2"));
  }

  @Test
  @Shows(HONEST)
  protected void aShutDownDuringADeliveryTellsNobodyWhatIsNotTrue()
      throws InterruptedException, ExecutionException, TimeoutException {
    CountDownLatch stopped = new CountDownLatch(1);
    endpoints.on(slow -> {
      try {
        stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new ResourceException("The server is stopping; the transaction was rolled back.");
    });
    FutureTask<InboundRig.Receipt> sender = new FutureTask<>(() -> rig.send("m-1", "R-1"));
    new Thread(sender, "sender during a shut-down").start();
    assertTrue(Patience.seen(PATIENCE, () -> !endpoints.delivered().isEmpty()), "nothing was delivered");
    FutureTask<Boolean> stop = new FutureTask<>(rig::shutDown, true);
    new Thread(stop, "shut-down").start();
    stopped.countDown();
    assertTrue(stop.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    assertNotEquals(InboundRig.Receipt.TAKEN, sender.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    int before = endpoints.delivered().size();
    assertNotEquals(InboundRig.Receipt.TAKEN, rig.send("m-2", "R-2"));
    assertEquals(before, endpoints.delivered().size(), "something was delivered after the shut-down");
  }
}
