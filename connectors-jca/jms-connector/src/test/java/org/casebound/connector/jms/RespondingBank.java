package org.casebound.connector.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A back office that takes requests, applies each key once and answers to where the request says. */
final class RespondingBank implements AutoCloseable {
  private final Connection connection;
  private final Session session;
  private final Map<String, Integer> effects = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean understandable = true;
  private volatile Runnable afterEffect = () -> {};

  RespondingBank(TestBroker broker) throws JMSException {
    connection = broker.inside();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    session.createConsumer(session.createQueue(TestBroker.REQUESTS)).setMessageListener(this::serve);
    connection.start();
  }

  void answerLate(Duration time) {
    delay = time;
  }

  void answerInAnUnknownForm() {
    understandable = false;
  }

  void afterEffect(Runnable deed) {
    afterEffect = deed;
  }

  int effects(String key) {
    return effects.getOrDefault(key, 0);
  }

  private void serve(Message request) {
    try {
      String key = request.getStringProperty("IdempotencyKey");
      boolean refused = "Refuse".equals(request.getStringProperty("Operation"));
      if (!refused) {
        effects.putIfAbsent(key, 1);
      }
      afterEffect.run();
      closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
      answer(request, refused ? "\"status\":\"REJECTED\",\"code\":\"NO\"" : "\"status\":\"DONE\",\"result\":{\"ok\":true}");
    } catch (JMSException e) {
      // The caller has gone, and its temporary queue with it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Message request, String status) throws JMSException {
    String key = request.getJMSCorrelationID();
    Message answer =
        session.createTextMessage(!understandable ? "<done/>" : "{\"messageId\":\"a-" + key + "\",\"idempotencyKey\":\"" + key + "\"," + status + "}");
    answer.setJMSCorrelationID(key);
    try (MessageProducer producer = session.createProducer(request.getJMSReplyTo())) {
      producer.send(answer);
    }
  }

  @Override
  public void close() throws JMSException {
    closed.countDown();
    connection.close();
  }
}
