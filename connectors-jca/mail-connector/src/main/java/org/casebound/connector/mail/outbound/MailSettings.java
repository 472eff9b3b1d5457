package org.casebound.connector.mail.outbound;

import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How mail is sent.
 *
 * @param session JNDI name of a mail session of the server; empty: host, port and security count
 * @param host of the SMTP server
 * @param port of the SMTP server
 * @param security of the connection
 * @param from sender of every mail, one address
 * @param recipientDomains domains that mail may go to; empty for all
 * @param maxRecipients most recipients of one mail, greater than zero
 * @param connectTime longest time to a connection, greater than zero
 */
public record MailSettings(
    Optional<String> session,
    String host,
    int port,
    Security security,
    String from,
    List<String> recipientDomains,
    int maxRecipients,
    Duration connectTime) {
  private static final int LARGEST_PORT = 65_535;

  /** How a connection is protected. Certificate and host name are always checked. */
  public enum Security {
    /** Nothing is encrypted. */
    NONE,
    /** Begins in clear and is refused when the server can not encrypt. */
    STARTTLS,
    /** Encrypted from the first byte. */
    TLS;

    /** @throws IllegalArgumentException with a sentence when there is no such protection */
    public static Security of(String name) {
      return Arrays.stream(values())
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("security must be NONE, STARTTLS or TLS."));
    }
  }

  /** @throws IllegalArgumentException with a sentence when a value is out of its range */
  public MailSettings {
    if (session.isEmpty() && host.isBlank()) {
      throw new IllegalArgumentException("Either mailSession or host is needed.");
    }
    if (port < 1 || port > LARGEST_PORT) {
      throw new IllegalArgumentException("port must be 1 to " + LARGEST_PORT + ".");
    }
    address(from);
    if (maxRecipients < 1) {
      throw new IllegalArgumentException("maxRecipients must be greater than 0.");
    }
    if (connectTime.isZero() || connectTime.isNegative()) {
      throw new IllegalArgumentException("connectTimeoutMillis must be greater than 0.");
    }
    recipientDomains = recipientDomains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
  }

  /** The sender. */
  InternetAddress sender() {
    return address(from);
  }

  /** Domain of the sender's address, which is the domain of message ids too. */
  String domain() {
    return MailAddress.domainOf(sender());
  }

  /** Whether mail may go to an address. */
  boolean mayReceive(InternetAddress recipient) {
    return recipientDomains.isEmpty() || recipientDomains.contains(MailAddress.domainOf(recipient).toLowerCase(Locale.ROOT));
  }

  private static InternetAddress address(String text) {
    try {
      return MailAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("from must be one mail address with a domain.", e);
    }
  }
}
