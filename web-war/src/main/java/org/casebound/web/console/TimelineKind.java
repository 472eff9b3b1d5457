package org.casebound.web.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.desk.CaseView.HistoryView;

/** Kinds of what happened to a case; each event is of one kind. */
public enum TimelineKind {
  /** What a person did. */
  PEOPLE,
  /** What came of it, or of nobody's doing: flows, timers, rules. */
  SYSTEM,
  MESSAGES,
  DOCUMENTS,
  LINKS;

  static TimelineKind of(HistoryView event) {
    return switch (event.subject()) {
      case "MESSAGE" -> MESSAGES;
      case "DOCUMENT" -> DOCUMENTS;
      case "LINK" -> LINKS;
      default -> isPersons(event) ? PEOPLE : SYSTEM;
    };
  }

  /** A flow moves on in the name of whoever set it off; people suspend, resume and cancel it with a reason, and decide about failed steps. */
  private static boolean isPersons(HistoryView event) {
    boolean own =
        switch (event.subject()) {
          case "STAGE" -> false;
          case "STEP" -> event.from().equals(StepState.ERROR.name());
          case "FLOW" -> !event.why().isBlank();
          default -> true;
        };
    return own && !event.actor().equals(HistoryEntry.SYSTEM);
  }

  /** The kind of that name in an address; empty for any other text. */
  static Optional<TimelineKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.inAddress().equals(name)).findFirst();
  }

  /** Its name in an address. */
  String inAddress() {
    return name().toLowerCase(Locale.ROOT);
  }
}
