package org.casebound.connector.jms.outbound;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.resource.ResourceException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import javax.naming.NamingException;
import org.casebound.connector.api.DeadLetter;
import org.casebound.connector.api.DeadLetterBox;
import org.casebound.connector.base.Credentials;

/**
 * The broker's dead letter queue. Each look and each deed has a connection of its own. A letter leaves the queue in the
 * same transaction in which it is put back into the one that it came from.
 *
 * @param queueName JNDI name, or the broker's own name of the queue
 */
record JmsDeadLetters(JmsSettings settings, Credentials credentials, String queueName) implements DeadLetterBox {
  private static final long WAIT_MILLIS = 1_000;

  /** What is done with an open session. */
  private interface Deed<T> {
    T with(Session session, Queue letters) throws JMSException, NamingException;
  }

  @Override
  public Content look(int most) throws ResourceException {
    return connected((session, letters) -> {
      List<DeadLetter> oldest = new ArrayList<>();
      long count = 0;
      try (QueueBrowser browser = session.createBrowser(letters)) {
        for (Enumeration<?> messages = browser.getEnumeration(); messages.hasMoreElements(); count++) {
          Message message = (Message) messages.nextElement();
          if (oldest.size() < most) {
            oldest.add(JmsLetter.of(message));
          }
        }
      }
      return new Content(count, oldest);
    });
  }

  @Override
  public End sendBack(String id) throws ResourceException {
    return connected((session, letters) -> {
      Optional<Message> letter = take(session, letters, id);
      if (letter.isEmpty()) {
        return End.GONE;
      }
      Optional<Queue> home = home(session, JmsLetter.origin(letter.get()));
      if (home.isEmpty()) {
        session.rollback();
        return End.NO_WAY_BACK;
      }
      session.createProducer(home.get()).send(JmsLetter.asNew(letter.get()));
      session.commit();
      return End.DONE;
    });
  }

  @Override
  public End discard(String id) throws ResourceException {
    return connected((session, letters) -> {
      if (take(session, letters, id).isEmpty()) {
        return End.GONE;
      }
      session.commit();
      return End.DONE;
    });
  }

  private static Optional<Message> take(Session session, Queue letters, String id) throws JMSException {
    MessageConsumer consumer = session.createConsumer(letters, "JMSMessageID = '" + id.replace("'", "''") + "'");
    return Optional.ofNullable(consumer.receive(WAIT_MILLIS));
  }

  /** The connector's own queue if it is one of those: the others are known by the broker's name only. */
  private Optional<Queue> home(Session session, String origin) throws JMSException, NamingException {
    if (origin.isEmpty()) {
      return Optional.empty();
    }
    List<String> own = new ArrayList<>(List.of(settings.requestQueue()));
    settings.replyQueue().ifPresent(own::add);
    for (String name : own) {
      Queue queue = JmsLink.queue(session, name);
      if (JmsLetter.plain(queue.getQueueName()).equals(origin)) {
        return Optional.of(queue);
      }
    }
    return Optional.of(session.createQueue(origin));
  }

  private <T> T connected(Deed<T> deed) throws ResourceException {
    try (Connection connection = JmsLink.connect(settings, credentials)) {
      Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
      connection.start();
      return deed.with(session, JmsLink.queue(session, queueName));
    } catch (JMSException | NamingException e) {
      throw new ResourceException(JmsErrors.message(e), e);
    }
  }
}
