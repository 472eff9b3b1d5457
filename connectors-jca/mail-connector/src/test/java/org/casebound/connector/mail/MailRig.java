package org.casebound.connector.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.tck.FaultyWire;
import org.casebound.connector.tck.Rig;
import org.casebound.connector.tck.TestContainer;

/**
 * The mail connector with a real SMTP server behind a wire that can be told to fail. Like many mail systems, this one drops
 * a message whose Message-ID it has delivered before; what was handed to it is counted all the same.
 */
final class MailRig implements Rig {
  private static final String DUPLICATES = "duplicates@example.org";

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final AtomicInteger handedOver = new AtomicInteger();
  private final TestContainer container = new TestContainer();
  private final MailResourceAdapter adapter = new MailResourceAdapter();
  private final FaultyWire wire;

  MailRig() {
    server.start();
    UserManager users = server.getUserManager();
    users.setMessageDeliveryHandler((message, address) -> {
      handedOver.incrementAndGet();
      boolean first = known.add(message.getMessage().getHeader("Message-ID")[0] + address.getEmail());
      String mailbox = first ? address.getEmail() : DUPLICATES;
      GreenMailUser user = users.getUserByEmail(mailbox);
      return user == null ? users.createUser(mailbox, mailbox, mailbox) : user;
    });
    wire = new FaultyWire(server.getSmtp().getPort(), "\r\n.\r\n");
    wire.answerInstead("RCPT TO:<nobody@", "550 5.1.1 <nobody@example.org>: no such mailbox\r\n");
    wire.answerInstead("RCPT TO:<later@", "450 4.2.1 <later@example.org>: try again later\r\n");
    wire.answerInstead("MAIL FROM:<stranger@", "553 5.7.1 <stranger@example.org>: not your address\r\n");
    adapter.start(container);
  }

  MailManagedConnectionFactory factory(int port) {
    MailManagedConnectionFactory factory = new MailManagedConnectionFactory();
    factory.setHost("127.0.0.1");
    factory.setPort(port);
    factory.setSecurity("NONE");
    factory.setFrom("Casebound <cases@example.org>");
    try {
      factory.setResourceAdapter(adapter);
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
    return factory;
  }

  GreenMail server() {
    return server;
  }

  /** How often a mail was handed to the server, repeated or not. */
  int handedOver() {
    return handedOver.get();
  }

  @Override
  public ManagedConnectionFactory factory() {
    return factory(wire.port());
  }

  @Override
  public ManagedConnectionFactory factoryToNowhere() {
    return factory(FaultyWire.deadPort());
  }

  static Map<String, Object> mailTo(String recipient) {
    return Map.of("to", recipient, "subject", "Your card", "text", "It is blocked.");
  }

  /** Whom the call with this key writes to. */
  static String recipient(IdempotencyKey key) {
    return key.value() + "@example.org";
  }

  @Override
  public Call call(IdempotencyKey key, Duration timeout) {
    return new Call("SEND", key, "contract", mailTo(recipient(key)), timeout);
  }

  @Override
  public Call refusedCall(IdempotencyKey key) {
    return new Call("SEND", key, "contract", mailTo("nobody@example.org"), Duration.ofSeconds(10));
  }

  @Override
  public void answerLate(Duration delay) {
    wire.answerLate(delay);
  }

  @Override
  public void breakAfterEffect() {
    wire.cutAfterEffect();
  }

  @Override
  public void beBusy() {
    wire.greetWith("421 4.3.2 too many connections\r\n");
  }

  @Override
  public void holdRequests(Duration time) {
    wire.holdRequests(time);
  }

  @Override
  public boolean cutIdleConnections() {
    wire.cutNow();
    return true;
  }

  @Override
  public boolean changeSchema() {
    wire.garbleAnswers();
    return true;
  }

  @Override
  public Optional<ManagedConnectionFactory> factoryWithWrongCredentials() {
    MailManagedConnectionFactory stranger = factory(wire.port());
    stranger.setUserName("stranger");
    stranger.setPassword(WRONG_PASSWORD);
    return Optional.of(stranger);
  }

  @Override
  public void behave() {
    wire.behave();
  }

  @Override
  public int effects(IdempotencyKey key) {
    GreenMailUser user = server.getUserManager().getUserByEmail(recipient(key));
    if (user == null) {
      return 0;
    }
    try {
      return server.getManagers().getImapHostManager().getInbox(user).getMessageCount();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean canVerify() {
    return false;
  }

  @Override
  public void close() {
    wire.close();
    server.stop();
    container.close();
  }

  static String header(MimeMessage message, String name) throws MessagingException {
    return message.getHeader(name, null);
  }
}
