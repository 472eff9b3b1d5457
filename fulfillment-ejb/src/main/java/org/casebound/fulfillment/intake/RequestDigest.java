package org.casebound.fulfillment.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hashes of what came in: SHA-256 in lower-case hexadecimal. */
final class RequestDigest {
  private RequestDigest() {}

  /** The hash of everything a request says; the order of attributes does not matter. */
  static String of(ServiceRequest request, String requester) {
    MessageDigest digest = sha256();
    add(digest, request.process());
    add(digest, request.subject().orElse(""));
    add(digest, requester);
    add(digest, String.valueOf(sorted(request.attributes())));
    for (Upload upload : request.documents()) {
      add(digest, upload.name());
      add(digest, upload.mediaType());
      add(digest, upload.requirement().orElse(""));
      add(digest, of(upload.content()));
    }
    request.followUpOf().ifPresent(number -> add(digest, number));
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** A length in front keeps "ab","c" apart from "a","bc". */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static Object sorted(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, inner) -> sorted.put(String.valueOf(key), sorted(inner)));
      return sorted;
    }
    return value instanceof List<?> list ? list.stream().map(RequestDigest::sorted).toList() : String.valueOf(value);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
