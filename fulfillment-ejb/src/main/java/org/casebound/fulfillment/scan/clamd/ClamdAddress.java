package org.casebound.fulfillment.scan.clamd;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code host:port}; an IPv6 address stands in brackets, as in {@code [::1]:3310}. */
public final class ClamdAddress {
  private static final Pattern ADDRESS = Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([^\\s:\\[\\]]+)):(\\d{1,5})");
  private static final int LAST_PORT = 65_535;

  private ClamdAddress() {}

  /** The address; the name is looked up at each call, so that a clamd that moves is found. */
  public static Optional<InetSocketAddress> parse(String text) {
    Matcher parts = ADDRESS.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(parts.group(3));
    String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
    return port > 0 && port <= LAST_PORT ? Optional.of(InetSocketAddress.createUnresolved(host, port)) : Optional.empty();
  }
}
