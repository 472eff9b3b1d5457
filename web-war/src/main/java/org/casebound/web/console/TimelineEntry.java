package org.casebound.web.console;

import java.time.Instant;
import java.util.Locale;
import org.casebound.fulfillment.desk.CaseView.HistoryView;

/**
 * One line of a case's timeline.
 *
 * @param headline what changed, in words
 * @param actor who did it
 * @param why the reason given; empty when there is none
 */
public record TimelineEntry(Instant at, String headline, String actor, String why) {
  static TimelineEntry of(HistoryView change, Words words, Texts texts) {
    String kind = texts.or("subject." + change.subject().toLowerCase(Locale.ROOT), change.subject());
    String what = change.name().isEmpty() ? kind : kind + " \u201c" + change.name() + "\u201d";
    return new TimelineEntry(
        change.at(), texts.of("history.became", what, words.named(change.to())), change.actor(), change.why());
  }
}
