package org.casebound.domain.definition;

import java.util.List;

/**
 * A document that a request of the process wants.
 *
 * @param name API name
 * @param label what the form shows
 * @param required whether a request without it is refused
 * @param mediaTypes permitted types, by content, e.g. {@code application/pdf}
 * @param maxBytes greatest size in bytes; default 5 MiB
 */
public record DocumentRequirement(
    String name, String label, boolean required, List<String> mediaTypes, long maxBytes) {
  /** Default greatest size: 5 MiB. */
  public static final long DEFAULT_MAX_BYTES = 5L * 1024 * 1024;

  public DocumentRequirement {
    mediaTypes = List.copyOf(mediaTypes);
  }
}
