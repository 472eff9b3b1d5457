package org.casebound.fulfillment.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.casebound.fulfillment.config.FulfillmentSettings;

/**
 * Sends mails through the mail session of the server, outside any transaction. A node that dies between sending and noting it sends
 * the mail again. Thread-safe.
 */
@ApplicationScoped
public class MailSender {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  @Inject private FulfillmentSettings settings;
  @Inject private MailLeases leases;

  /** Sends up to {@code limit} mails that are due, those with what people were told among them; how many there were. */
  int sendDue(int limit) {
    leases.gather(limit);
    var due = leases.take(limit);
    due.forEach(this::send);
    return due.size();
  }

  private void send(Mail mail) {
    try {
      Session session = InitialContext.doLookup(settings.mailSession().orElseThrow());
      Transport.send(message(session, mail));
    } catch (AddressException noAddress) {
      leases.failed(mail.id(), String.valueOf(noAddress.getMessage()), false);
      return;
    } catch (NamingException | MessagingException failure) {
      leases.failed(mail.id(), String.valueOf(failure.getMessage()), true);
      return;
    }
    leases.sent(mail.id());
  }

  private MimeMessage message(Session session, Mail mail) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    if (settings.mailFrom().isPresent()) {
      message.setFrom(new InternetAddress(settings.mailFrom().get(), true));
    }
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setText(mail.text(), UTF_8);
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }
}
