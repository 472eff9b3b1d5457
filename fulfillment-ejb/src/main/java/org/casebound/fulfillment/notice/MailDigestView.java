package org.casebound.fulfillment.notice;

import java.time.Duration;

/**
 * How a person has by mail what he was told.
 *
 * @param address where to
 * @param gather how long it is gathered before the mail is written, 1 s to 1 d
 */
public record MailDigestView(String address, Duration gather) {
  static MailDigestView of(MailDigest digest) {
    return new MailDigestView(digest.address(), digest.gather());
  }
}
