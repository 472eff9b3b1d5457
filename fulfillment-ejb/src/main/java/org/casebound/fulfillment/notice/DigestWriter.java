package org.casebound.fulfillment.notice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.fulfillment.notice.Notification.Recipient;
import org.casebound.fulfillment.persistence.MailDigestRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** Writes the mails with what people were told and did not read. Works in the caller's transaction. */
@Dependent
class DigestWriter {
  /** Most things told in one mail; what is more comes with the next one. */
  private static final int MOST_LINES = 100;

  @Inject private MailDigestRepository digests;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;

  /** Writes the mails of some people whose time to gather is over. Any number of nodes may do so: each person is locked by one. */
  void writeDue(Instant now, int people) {
    digests.lockDue(now, people).forEach(digest -> write(digest, now));
    records.save();
  }

  private void write(MailDigest digest, Instant now) {
    List<Notification> told = digests.gathered(digest.user(), MOST_LINES);
    if (told.isEmpty()) {
      return;
    }
    digests.written(told.stream().map(Notification::id).toList());
    Notification last = told.get(told.size() - 1);
    records.add(
        new Notification(
            ids.next(RecordKind.NOTIFICATION),
            last.about(),
            Recipient.MAIL,
            digest.address(),
            told.size() == 1 ? last.subject() : "%d things you have not read yet".formatted(told.size()),
            told.stream().map(DigestWriter::line).collect(Collectors.joining("\n\n")),
            now));
  }

  private static String line(Notification told) {
    return "%s (%s)\n%s".formatted(told.subject(), name(told.about()), told.text());
  }

  private static String name(Notification.About about) {
    return about.caseId().map(id -> new CaseNumber(id).toString()).or(about::process).or(about::webhook).orElseThrow();
  }
}
