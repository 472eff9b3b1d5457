package org.casebound.web.console;

import org.jspecify.annotations.Nullable;

/** Ids of records in addresses. */
final class RecordId {
  private RecordId() {}

  /** The id that the text names; -1, which no record has, for any other text. */
  static long of(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }
}
