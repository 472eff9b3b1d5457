package org.casebound.connector.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits.
 *
 * @param first an address of the range
 * @param bits how many bits count, 0 to 32 or 128
 */
public record AddressRange(InetAddress first, int bits) {
  private static final Pattern FORM = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/([0-9]{1,3}))?");

  /**
   * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
   *
   * @throws IllegalArgumentException with a sentence when it is neither
   */
  public static AddressRange of(String text) {
    Matcher matcher = FORM.matcher(text);
    try {
      if (matcher.matches()) {
        // Only digits, dots and colons: nothing is asked of a name service.
        InetAddress first = InetAddress.getByName(matcher.group(1));
        int most = first.getAddress().length * Byte.SIZE;
        int bits = matcher.group(2) == null ? most : Integer.parseInt(matcher.group(2));
        if (bits <= most) {
          return new AddressRange(first, bits);
        }
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(sentence(text), e);
    }
    throw new IllegalArgumentException(sentence(text));
  }

  private static String sentence(String text) {
    return "An address range is written 10.0.0.0/8, fd00::/8 or as one address: " + text;
  }

  /** Whether the address begins with the bits of the range; never, when it is of the other family. */
  public boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
