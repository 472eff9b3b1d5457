package org.casebound.web.console;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.fulfillment.desk.InboxQuery;

/** Lists of the inbox as addresses. */
final class InboxAddress {
  private InboxAddress() {}

  static Address of(InboxQuery query) {
    return of("/inbox", query);
  }

  static Address of(String path, InboxQuery query) {
    return of(path, query.parameters());
  }

  static Address of(String path, Map<String, String> parameters) {
    return Address.of(path).with(parameters);
  }

  /** The list's parameters as they stand in an address. */
  static String write(InboxQuery query) {
    return query.parameters().entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Reads such parameters again; what can not be read is as if it were not there. */
  static InboxQuery parse(String parameters) {
    Map<String, String> read = new HashMap<>();
    for (String pair : parameters.split("&")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        decoded(pair.substring(at + 1)).ifPresent(value -> read.putIfAbsent(pair.substring(0, at), value));
      }
    }
    return InboxQuery.of(name -> Optional.ofNullable(read.get(name)));
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
