package org.casebound.e2e.hold;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A bank behind a queue that works each key once. It gives requests back, answers twice, late and out of order, and connects again
 * whenever its broker has been away.
 */
final class FaultyQueueBank implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;
  private static final int MOST_HELD = 4;

  private final ActiveMQConnectionFactory factory;
  private final Random random;
  private final Set<String> books = ConcurrentHashMap.newKeySet();
  private final List<String> held = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "bank behind a queue");
  private volatile boolean behaves;

  FaultyQueueBank(String broker, Random random) {
    this.factory = new ActiveMQConnectionFactory(broker + "?reconnectAttempts=0&callTimeout=5000");
    this.random = random;
    thread.start();
  }

  /** The keys that it has worked. */
  Set<String> books() {
    return Set.copyOf(books);
  }

  /** From now on it answers everything, at once and once. */
  void behave() {
    behaves = true;
  }

  private void run() {
    try {
      do {
        serve();
      } while (!ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until the broker goes away. */
  private void serve() {
    try (JMSContext context = factory.createContext(JMSContext.SESSION_TRANSACTED)) {
      JMSConsumer consumer = context.createConsumer(context.createQueue(RestartableBroker.REQUESTS));
      while (ended.getCount() > 0) {
        Message request = consumer.receive(PAUSE_MILLIS);
        if (request != null) {
          work(context, request.getJMSCorrelationID());
        } else {
          answerHeld(context);
        }
      }
    } catch (JMSRuntimeException | JMSException away) {
      // What was not committed comes again, and its key is known.
      Thread.onSpinWait();
    }
  }

  private void work(JMSContext context, String key) {
    int fault = behaves ? Integer.MAX_VALUE : random.nextInt(8);
    if (fault == 0) {
      context.rollback();
      return;
    }
    books.add(key);
    if (fault == 1) {
      held.add(key);
    } else {
      answer(context, key);
      if (fault == 2) {
        answer(context, key);
      }
    }
    context.commit();
    if (held.size() >= MOST_HELD) {
      answerHeld(context);
    }
  }

  /** The last one first. */
  private void answerHeld(JMSContext context) {
    Collections.reverse(held);
    held.forEach(key -> answer(context, key));
    context.commit();
    held.clear();
  }

  private static void answer(JMSContext context, String key) {
    String text = "{\"messageId\":\"reply-%1$s\",\"idempotencyKey\":\"%1$s\",\"status\":\"DONE\"}".formatted(key);
    context.createProducer().send(context.createQueue(RestartableBroker.REPLIES), text);
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    factory.close();
  }
}
