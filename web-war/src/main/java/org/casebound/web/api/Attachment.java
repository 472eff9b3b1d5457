package org.casebound.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header Content-Disposition of a file that a browser must save and never show (RFC 6266). */
final class Attachment {
  private Attachment() {}

  /** Carries the name twice: as plain ASCII, and in full for clients that read {@code filename*}. */
  static String named(String fileName) {
    String ascii = fileName.replaceAll("[^\\x20-\\x7e]|[\"\\\\%/;]", "_");
    String full = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, full);
  }
}
