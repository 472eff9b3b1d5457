package org.casebound.connector.mail.outbound;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** Reads exactly one mail address with a domain, with or without a name. */
final class MailAddress {
  private MailAddress() {}

  /** @throws IllegalArgumentException when the text is anything else */
  static InternetAddress parse(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      if (address.isGroup() || !address.getAddress().contains("@")) {
        throw new IllegalArgumentException("Not one mail address with a domain.");
      }
      if (address.getPersonal() != null) {
        address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
      }
      return address;
    } catch (AddressException e) {
      throw new IllegalArgumentException("Not one mail address with a domain.", e);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8.", e);
    }
  }

  static String domainOf(InternetAddress address) {
    String text = address.getAddress();
    return text.substring(text.lastIndexOf('@') + 1);
  }
}
