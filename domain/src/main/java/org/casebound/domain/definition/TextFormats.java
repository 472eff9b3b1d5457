package org.casebound.domain.definition;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of text attributes. Every check takes time linear in the text. */
final class TextFormats {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final int LONGEST_MAIL = 254;
  private static final int LONGEST_URL = 2000;

  private TextFormats() {}

  /** Whether min and max bound the length of values of the type. */
  static boolean isLengthBound(AttributeType type) {
    return switch (type) {
      case TEXT, MULTILINE_TEXT, EMAIL, PHONE, URL -> true;
      default -> false;
    };
  }

  /** Whether any database takes the text: no NUL, no half of a character pair. */
  static boolean storable(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        return false;
      }
    }
    return true;
  }

  /** The text in its stored form; empty when it is not of the type. */
  static Optional<String> normal(AttributeType type, String text) {
    return switch (type) {
      case DATE -> date(text);
      case DATETIME -> datetime(text);
      case EMAIL -> Optional.of(text).filter(TextFormats::isMail);
      case PHONE -> Optional.of(text).filter(TextFormats::isPhone);
      case URL -> Optional.of(text).filter(TextFormats::isWebAddress);
      case IP_ADDRESS -> Optional.of(text).filter(TextFormats::isIpAddress);
      default -> Optional.of(text);
    };
  }

  private static Optional<String> date(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).getYear() > 0
          ? Optional.of(text)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> datetime(String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      return time.isBefore(FIRST) || time.isAfter(LAST)
          ? Optional.empty()
          : Optional.of(MILLIS.format(time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isMail(String text) {
    int at = text.indexOf('@');
    return text.length() <= LONGEST_MAIL
        && at > 0
        && at == text.lastIndexOf('@')
        && at < text.length() - 1
        && text.chars().allMatch(c -> c > ' ' && c != 0x7f && "<>()[],;:\\\"".indexOf(c) < 0)
        && Stream.of(text.substring(at + 1).split("\\.", -1)).noneMatch(String::isEmpty);
  }

  private static boolean isPhone(String text) {
    long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits >= 3
        && digits <= 20
        && text.length() <= 40
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-()./ ".indexOf(c) >= 0)
        && text.indexOf('+', 1) < 0;
  }

  private static boolean isWebAddress(String text) {
    if (text.length() > LONGEST_URL) {
      return false;
    }
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isIpAddress(String text) {
    if (text.length() > 45) {
      return false;
    }
    return text.indexOf(':') >= 0 ? isIpV6(text) : isIpV4(text);
  }

  private static boolean isIpV4(String text) {
    String[] parts = text.split("\\.", -1);
    return parts.length == 4
        && Stream.of(parts)
            .allMatch(
                p ->
                    !p.isEmpty()
                        && p.length() <= 3
                        && p.chars().allMatch(c -> c >= '0' && c <= '9')
                        && (p.length() == 1 || p.charAt(0) != '0')
                        && Integer.parseInt(p) <= 255);
  }

  /** A text of these characters with a colon is never looked up by name. */
  private static boolean isIpV6(String text) {
    if (!text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128 || c == ':' || c == '.')) {
      return false;
    }
    try {
      InetAddress.getByName(text);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
