package org.casebound.fulfillment.notice;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.persistence.MailDigestRepository;

/** Whether the caller has by mail what he is told; nobody sees or changes the wish of another person. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DigestDesk {
  private static final int LONGEST_ADDRESS = 320;

  @Inject private MailDigestRepository digests;
  @Inject private FulfillmentSettings settings;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** Whether this installation sends mails at all. */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public boolean isPossible() {
    return settings.mailSession().isPresent();
  }

  /** The caller's wish; empty when he wants no mail. */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public Optional<MailDigestView> mine() {
    return digests.of(Caller.of(context).name()).map(MailDigestView::of);
  }

  /**
   * From now on the caller has one mail with all that he was told and did not read while it was gathered. What is gathered already comes
   * after the new time.
   *
   * @param gather how long it is gathered: ISO duration, 1 s to 1 d
   * @throws RuleViolation MAIL-001 when the address is none, MAIL-002 when mails may not go to its domain, MAIL-003 when the time is none,
   *     too short or too long
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public MailDigestView choose(String address, String gather) {
    Duration time = timeOf(gather);
    String domain = domainOf(address);
    if (!settings.mailDomains().isEmpty() && !settings.mailDomains().contains(domain)) {
      throw new RuleViolation(
          "MAIL-002", "Mails about cases may go to %s only.".formatted(String.join(", ", settings.mailDomains())));
    }
    String user = Caller.of(context).name();
    Optional<MailDigest> known = digests.of(user);
    known.ifPresent(digest -> digest.change(address, time));
    MailDigest chosen = known.orElseGet(() -> digests.add(new MailDigest(user, address, time)));
    digests.plan(user, chosen.dueAt(clock.instant()));
    return MailDigestView.of(chosen);
  }

  /** The caller wants no more mail; what is gathered is not sent. */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public void end() {
    String user = Caller.of(context).name();
    digests.of(user).ifPresent(digests::remove);
    digests.plan(user, null);
  }

  private static Duration timeOf(String gather) {
    return parsed(gather)
        .filter(time -> time.compareTo(MailDigest.LEAST) >= 0 && time.compareTo(MailDigest.MOST) <= 0)
        .orElseThrow(
            () -> new RuleViolation("MAIL-003", "'%s' is no time to gather; write PT1S to P1D, e.g. PT15M.".formatted(gather)));
  }

  private static Optional<Duration> parsed(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private static String domainOf(String address) {
    try {
      new InternetAddress(address, true).validate();
    } catch (AddressException none) {
      throw new RuleViolation("MAIL-001", "'%s' is no mail address; write one like name@example.org.".formatted(address));
    }
    int at = address.lastIndexOf('@');
    if (at < 1 || address.length() > LONGEST_ADDRESS || address.indexOf('<') >= 0) {
      throw new RuleViolation("MAIL-001", "Write the address alone, like name@example.org, at most %d characters.".formatted(LONGEST_ADDRESS));
    }
    return address.substring(at + 1).toLowerCase(Locale.ROOT);
  }
}
