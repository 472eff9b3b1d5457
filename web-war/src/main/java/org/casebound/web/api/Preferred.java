package org.casebound.web.api;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a client prefers of an answer (RFC 7240). A preference that is not known here is ignored. */
final class Preferred {
  /** The request's header. */
  static final String HEADER = "Prefer";

  /** The answer's header: which preference was followed. */
  static final String APPLIED = "Preference-Applied";

  /** What was done needs no description. */
  static final String MINIMAL = "return=minimal";

  private Preferred() {}

  /** Whether the client does without a description of what was done. */
  static boolean minimal(@Nullable String header) {
    return header != null && Arrays.stream(header.split(",")).anyMatch(Preferred::isMinimal);
  }

  private static boolean isMinimal(String preference) {
    String bare = preference.split(";", 2)[0].replaceAll("[\\s\"]", "");
    return bare.toLowerCase(Locale.ROOT).equals(MINIMAL);
  }
}
