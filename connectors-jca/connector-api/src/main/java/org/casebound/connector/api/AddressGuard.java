package org.casebound.connector.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps requests out of networks that are not meant to be reached: loopback, private, shared, link-local (where clouds
 * serve metadata), multicast and reserved addresses of IPv4 and IPv6, and IPv6 addresses that carry an IPv4 address. What
 * an administrator allows is open again.
 *
 * <p>The name is resolved by the JVM just before the request, and the HTTP client connects to what the JVM then has in its
 * cache ({@code networkaddress.cache.ttl}, 30 s unless configured). Every address of the name must be allowed. The client of
 * JDK 17 can not be handed the address that was checked: it takes the host for TLS and for {@code :authority} from the URI.
 *
 * @param allowed open in spite of all
 */
public record AddressGuard(List<AddressRange> allowed) {
  private static final List<AddressRange> CLOSED = Stream.of(
          "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
          "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
          "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16",
          "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8")
      .map(AddressRange::of)
      .toList();

  /** @throws IllegalArgumentException with a sentence when a range can not be read */
  public static AddressGuard of(List<String> allowed) {
    return new AddressGuard(allowed.stream().map(AddressRange::of).toList());
  }

  /** The address of a host that must not be reached; empty when there is none, or the name has no address at all. */
  public Optional<InetAddress> closed(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).filter(this::isClosed).findFirst();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** IPv4-mapped IPv6 addresses are IPv4 addresses already. */
  private boolean isClosed(InetAddress address) {
    return CLOSED.stream().anyMatch(range -> range.contains(address))
        && allowed.stream().noneMatch(range -> range.contains(address));
  }
}
