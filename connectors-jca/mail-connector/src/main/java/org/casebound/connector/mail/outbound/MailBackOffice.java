package org.casebound.connector.mail.outbound;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.base.Reply;

/** An SMTP server, with one connection for each mail. Thread-safe. */
public final class MailBackOffice implements BackOffice {
  private final MailSettings settings;
  private final Credentials credentials;
  private final Clock clock;

  public MailBackOffice(MailSettings settings, Credentials credentials, Clock clock) {
    this.settings = settings;
    this.credentials = credentials;
    this.clock = clock;
  }

  /** The operations that there are. */
  public static List<String> operations() {
    return List.of(MailOrder.OPERATION);
  }

  /**
   * What an operation takes and gives.
   *
   * @throws IllegalArgumentException with a sentence when it is not the one that there is
   */
  public static Operation describe(String operation) {
    return MailOrder.describe(operation);
  }

  @Override
  public Reply<Outcome> call(Call call, PointOfNoReturn point) {
    MailOrder order;
    try {
      order = MailOrder.of(call.operation(), call.input(), settings);
    } catch (IllegalArgumentException e) {
      return Reply.failed(Failure.PERMANENT, "OPERATION_INVALID", String.valueOf(e.getMessage()));
    }
    try {
      Session session = session(call.timeout().toMillis());
      KeyedMessage message = new KeyedMessage(session, call, order, settings, clock.instant(), point);
      return send(session, message, point);
    } catch (NamingException e) {
      return Reply.failed(Failure.TRANSIENT, "SESSION_MISSING", missing());
    } catch (MessagingException e) {
      return Reply.failed(Failure.PERMANENT, "MAIL_INVALID", SmtpReplies.message(e));
    }
  }

  private Reply<Outcome> send(Session session, KeyedMessage message, PointOfNoReturn point) {
    try (Transport transport = connect(session)) {
      transport.sendMessage(message, message.getAllRecipients());
    } catch (AuthenticationFailedException e) {
      return Reply.brokenBy(Failure.PERMANENT, "LOGIN_REFUSED", SmtpReplies.message(e));
    } catch (MessagingException e) {
      return SmtpReplies.failed(e, point);
    }
    return Reply.of(new Outcome.Done(Map.of("messageId", message.id())));
  }

  /** SMTP can not be asked what became of a mail. */
  @Override
  public Reply<Verification> verify(IdempotencyKey key) {
    return Reply.of(new Verification.Unsupported());
  }

  @Override
  public Reply<Health> health() {
    try (Transport transport = connect(session(settings.connectTime().toMillis()))) {
      return transport.isConnected()
          ? Reply.of(new Health(Health.State.UP, "The mail server answered."))
          : Reply.broken(new Health(Health.State.DOWN, "The mail server closed the connection."));
    } catch (NamingException e) {
      return Reply.of(new Health(Health.State.DOWN, missing()));
    } catch (MessagingException e) {
      return Reply.broken(new Health(Health.State.DOWN, SmtpReplies.message(e)));
    }
  }

  /** Nothing is held between mails. */
  @Override
  public void close() {}

  private Transport connect(Session session) throws MessagingException {
    Transport transport = session.getTransport();
    try {
      if (credentials.userName().isPresent()) {
        transport.connect(credentials.userName().get(), credentials.password());
      } else {
        transport.connect();
      }
      return transport;
    } catch (MessagingException e) {
      transport.close();
      throw e;
    }
  }

  private Session session(long readMillis) throws NamingException {
    if (settings.session().isPresent()) {
      return (Session) new InitialContext().lookup(settings.session().get());
    }
    boolean tls = settings.security() == MailSettings.Security.TLS;
    String protocol = tls ? "smtps" : "smtp";
    String start = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(start + "host", settings.host());
    properties.setProperty(start + "port", Integer.toString(settings.port()));
    properties.setProperty(start + "connectiontimeout", Long.toString(settings.connectTime().toMillis()));
    properties.setProperty(start + "timeout", Long.toString(readMillis));
    properties.setProperty(start + "writetimeout", Long.toString(readMillis));
    properties.setProperty(start + "auth", Boolean.toString(credentials.userName().isPresent()));
    properties.setProperty(start + "ssl.checkserveridentity", "true");
    if (settings.security() == MailSettings.Security.STARTTLS) {
      properties.setProperty(start + "starttls.enable", "true");
      properties.setProperty(start + "starttls.required", "true");
    }
    return Session.getInstance(properties);
  }

  private String missing() {
    return "There is no mail session " + settings.session().orElse("") + " in the server.";
  }
}
