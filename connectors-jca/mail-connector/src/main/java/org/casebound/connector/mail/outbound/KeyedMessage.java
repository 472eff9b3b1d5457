package org.casebound.connector.mail.outbound;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.base.PointOfNoReturn;

/**
 * A mail whose Message-ID comes from the idempotency key, so that a mailbox that drops repeated messages drops a repeated
 * call. Its content is the last thing that a transport asks for: when that is written, the mail can not be taken back.
 */
final class KeyedMessage extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int HASH_CHARACTERS = 40;

  private final String id;
  private final PointOfNoReturn point;

  KeyedMessage(Session session, Call call, MailOrder order, MailSettings settings, Instant now, PointOfNoReturn point)
      throws MessagingException {
    super(session);
    this.id = idOf(call.key(), settings.domain());
    this.point = point;
    setFrom(settings.sender());
    setRecipients(Message.RecipientType.TO, order.to().toArray(InternetAddress[]::new));
    setRecipients(Message.RecipientType.CC, order.cc().toArray(InternetAddress[]::new));
    setRecipients(Message.RecipientType.BCC, order.bcc().toArray(InternetAddress[]::new));
    setSubject(order.subject(), UTF_8);
    setSentDate(Date.from(now));
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("X-Correlation-Id", call.correlationId());
    if (order.html().isPresent()) {
      setContent(alternatives(order.text(), order.html().get()));
    } else {
      setText(order.text(), UTF_8);
    }
    saveChanges();
  }

  private static MimeMultipart alternatives(String text, String html) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, UTF_8);
    MimeBodyPart rich = new MimeBodyPart();
    rich.setText(html, UTF_8, "html");
    return new MimeMultipart("alternative", plain, rich);
  }

  /** The Message-ID of the mail with this key. */
  static String idOf(IdempotencyKey key, String domain) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.value().getBytes(StandardCharsets.US_ASCII));
      return "<casebound." + HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS) + "@" + domain + ">";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  String id() {
    return id;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    if (!point.pass()) {
      throw new IOException("The caller did not wait any longer.");
    }
    super.writeTo(out, ignored);
  }
}
