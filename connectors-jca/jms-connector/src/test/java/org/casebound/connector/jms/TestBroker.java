package org.casebound.connector.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.casebound.connector.tck.FaultyWire;
import org.casebound.connector.tck.Rig;

/** An embedded Artemis, the broker of the server, reached over TCP and from inside. */
final class TestBroker implements AutoCloseable {
  static final String REQUESTS = "requests";
  static final String DEAD_LETTERS = "dead-letters";
  private static final AddressSettings FULL =
      new AddressSettings().setMaxSizeBytes(1).setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL);

  /** What is given back once is a dead letter. */
  private static final AddressSettings GIVEN_UP =
      new AddressSettings().setDeadLetterAddress(SimpleString.of(DEAD_LETTERS)).setMaxDeliveryAttempts(1);

  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final int port = FaultyWire.deadPort();

  TestBroker() {
    try {
      Configuration configuration = new ConfigurationImpl()
          .setPersistenceEnabled(false)
          .setSecurityEnabled(true)
          .setJMXManagementEnabled(false)
          .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port)
          .addAcceptorConfiguration("inside", "vm://" + port);
      broker.setSecurityManager(new Doorkeeper());
      broker.setConfiguration(configuration).start();
      for (String queue : List.of(REQUESTS, DEAD_LETTERS)) {
        broker.getActiveMQServer().createQueue(
            QueueConfiguration.of(queue).setAddress(queue).setRoutingType(RoutingType.ANYCAST));
      }
      broker.getActiveMQServer().getAddressSettingsRepository().addMatch("#", GIVEN_UP);
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not start.", e);
    }
  }

  /** Lets everybody in, also who does not say who he is, but nobody with a password that is wrong. */
  private static final class Doorkeeper implements ActiveMQSecurityManager {
    @Override
    public boolean validateUser(String user, String password) {
      return !Rig.WRONG_PASSWORD.equals(password);
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
      return validateUser(user, password);
    }
  }

  int port() {
    return port;
  }

  /** Reaches a broker, or whatever listens there, over TCP. */
  static ConnectionFactory through(int port) {
    return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?reconnectAttempts=0&initialConnectAttempts=1&callTimeout=8000");
  }

  Connection inside() throws JMSException {
    return new ActiveMQConnectionFactory("vm://" + port).createConnection();
  }

  /** From now on the queue of requests takes no more than it has, and it has one. */
  void fill() {
    try (Connection connection = inside(); Session session = connection.createSession()) {
      session.createProducer(session.createQueue(REQUESTS)).send(session.createTextMessage("filler"));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
    broker.getActiveMQServer().getAddressSettingsRepository().addMatch(REQUESTS, FULL);
  }

  /** How many messages with this key wait in a queue. */
  int waiting(String queue, String key) throws JMSException {
    try (Connection connection = inside(); Session session = connection.createSession()) {
      connection.start();
      String selector = "IdempotencyKey = '" + key + "'";
      try (QueueBrowser browser = session.createBrowser(session.createQueue(queue), selector)) {
        Enumeration<?> messages = browser.getEnumeration();
        int count = 0;
        while (messages.hasMoreElements()) {
          messages.nextElement();
          count++;
        }
        return count;
      }
    }
  }

  @Override
  public void close() {
    try {
      broker.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not stop.", e);
    }
  }
}
