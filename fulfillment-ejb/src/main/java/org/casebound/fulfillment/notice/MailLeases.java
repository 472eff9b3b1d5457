package org.casebound.fulfillment.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.config.Ids;
import org.casebound.fulfillment.persistence.NotificationRepository;

/** The transactions around the sending of mails, which itself happens in none: lease and outcome. Any number of nodes may do so. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class MailLeases {
  @Inject private NotificationRepository notices;
  @Inject private DigestWriter digests;
  @Inject private FulfillmentSettings settings;
  @Inject private Ids chance;
  @Inject private Clock clock;

  /** Writes the mails with what people were told in the console, for up to {@code limit} people. */
  public void gather(int limit) {
    digests.writeDue(clock.instant(), limit);
  }

  /** Takes up to {@code limit} mails that are due. */
  public List<Mail> take(int limit) {
    Instant now = clock.instant();
    List<Notification> due = notices.lockDue(now, limit);
    due.forEach(mail -> mail.lease(now.plus(settings.lease())));
    return due.stream().map(mail -> new Mail(mail.id(), mail.recipient(), mail.subject(), mail.text())).toList();
  }

  /** The mail was handed over. */
  public void sent(long id) {
    notices.find(id).ifPresent(Notification::sent);
  }

  /** The mail could not be sent: it is tried again, unless trying is no use or was done too often. */
  public void failed(long id, String why, boolean again) {
    notices
        .find(id)
        .ifPresent(
            mail -> {
              Optional<Instant> next =
                  again
                      ? RetryPolicy.DEFAULT.next(mail.tries() + 1, Optional.empty(), chance.random(), clock.instant())
                      : Optional.empty();
              mail.failed(why, next.orElse(null));
            });
  }
}
