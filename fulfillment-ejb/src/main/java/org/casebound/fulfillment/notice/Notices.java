package org.casebound.fulfillment.notice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.notice.Notification.About;
import org.casebound.fulfillment.notice.Notification.Recipient;
import org.casebound.fulfillment.persistence.MailDigestRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** Tells people things. Works in the caller's transaction. */
@Dependent
public class Notices {
  private static final String USER = "user:";
  private static final String QUEUE = "queue:";

  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private MailDigestRepository digests;
  @Inject private FulfillmentSettings settings;

  /**
   * Tells something.
   *
   * @param mail whether by mail; one to somebody who is no mail address is shown in the console instead
   * @param to a user name, {@code user:x}, {@code queue:x}, or a mail address
   */
  public void tell(long caseId, boolean mail, String to, String subject, String text, Instant now) {
    String name = to.strip();
    Recipient kind = Recipient.USER;
    if (name.startsWith(QUEUE)) {
      kind = Recipient.QUEUE;
      name = name.substring(QUEUE.length());
    } else if (name.startsWith(USER)) {
      name = name.substring(USER.length());
    } else if (mail && name.indexOf('@') > 0) {
      kind = Recipient.MAIL;
    }
    records.add(told(About.aCase(caseId), kind, cut(name), oneLine(subject), text, now));
  }

  /**
   * Tells a user something about a process, in the console.
   *
   * @param user a user name
   */
  public void tellOfProcess(String process, String user, String subject, String text, Instant now) {
    records.add(told(About.aProcess(process), Recipient.USER, cut(user), oneLine(subject), text, now));
  }

  /**
   * Tells a user something about a webhook, in the console.
   *
   * @param user a user name
   */
  public void tellOfWebhook(String webhook, String user, String subject, String text, Instant now) {
    records.add(told(About.aWebhook(webhook), Recipient.USER, cut(user), oneLine(subject), text, now));
  }

  private Notification told(About about, Recipient kind, String name, String subject, String text, Instant now) {
    long id = ids.next(RecordKind.NOTIFICATION);
    return mailOf(kind, name)
        .map(digest -> Notification.withMail(id, about, name, subject, text, now, digest.dueAt(now)))
        .orElseGet(() -> new Notification(id, about, kind, name, subject, text, now));
  }

  /** Where nobody can send mails, nobody needs to be asked whether he wants some. */
  private Optional<MailDigest> mailOf(Recipient kind, String name) {
    return kind == Recipient.USER && settings.mailSession().isPresent() ? digests.of(name) : Optional.empty();
  }

  private static String cut(String name) {
    return name.length() > 255 ? name.substring(0, 255) : name;
  }

  /** A line break in a subject could forge the head of a mail. */
  private static String oneLine(String subject) {
    return subject.replaceAll("[\\r\\n]+", " ");
  }
}
