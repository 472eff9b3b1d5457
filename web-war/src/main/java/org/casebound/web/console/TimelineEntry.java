package org.casebound.web.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.CaseView.HistoryView;

/**
 * One line of a case's timeline.
 *
 * @param kind of its event
 * @param headline what changed, in words
 * @param actor who did it
 * @param why the reason given, in the language of the reader if the engine gave it; empty when there is none
 */
public record TimelineEntry(TimelineKind kind, Instant at, String headline, String actor, String why) {
  private static final String OWNER = "owner";
  private static final String PRIORITY = "priority";
  private static final String CASE = "CASE";
  private static final String DOCUMENT = "DOCUMENT";
  private static final String BY_FLOW = "flow";
  private static final String LINK = "LINK";
  private static final String MESSAGE = "MESSAGE";
  /** So much of a message stands in the timeline, in characters. */
  private static final int BEGINNING = 160;

  /** The whole timeline, the latest first. */
  static List<TimelineEntry> of(CaseView view, Words words, Texts texts) {
    Map<String, String> labels = labels(view);
    List<TimelineEntry> entries = new ArrayList<>(view.history().stream().map(h -> of(h, labels, words, texts)).toList());
    Collections.reverse(entries);
    return List.copyOf(entries);
  }

  /** What happened to the case's work items, the latest first. */
  static List<TimelineEntry> ofWork(CaseView view, Words words, Texts texts) {
    Map<String, String> labels = labels(view);
    List<TimelineEntry> entries =
        new ArrayList<>(view.history().stream().filter(h -> h.subject().equals("WORK_ITEM")).map(h -> of(h, labels, words, texts)).toList());
    Collections.reverse(entries);
    return List.copyOf(entries);
  }

  private static TimelineEntry of(HistoryView change, Map<String, String> labels, Words words, Texts texts) {
    if (change.why().equals(OWNER)) {
      return new TimelineEntry(TimelineKind.of(change), change.at(), texts.of("history.owner", change.to()), change.actor(), "");
    }
    if (change.subject().equals(CASE) && change.why().equals(PRIORITY)) {
      return new TimelineEntry(TimelineKind.of(change), change.at(), texts.of("history.priority", words.named(change.to())), change.actor(), "");
    }
    if (change.subject().equals(LINK)) {
      return new TimelineEntry(TimelineKind.of(change), change.at(), texts.of("history.link." + change.to(), change.name()), change.actor(), "");
    }
    if (change.subject().equals(MESSAGE)) {
      return new TimelineEntry(TimelineKind.of(change), change.at(), texts.of("history.message." + change.to()), change.actor(), labels.getOrDefault(change.name(), ""));
    }
    String kind = texts.or("subject." + change.subject().toLowerCase(Locale.ROOT), change.subject());
    String label = labels.get(change.subject().equals(DOCUMENT) ? DOCUMENT + change.name() : change.name());
    String what = label == null ? kind : texts.of("history.what", kind, label);
    String headline = change.to().isEmpty() ? what : texts.of("history.became", what, words.named(change.to()));
    boolean byFlow = change.subject().equals("REQUEST") && change.why().equals(BY_FLOW);
    return new TimelineEntry(TimelineKind.of(change), change.at(), headline, change.actor(), byFlow ? "" : Reasons.in(texts.locale(), change.why()));
  }

  private static String beginning(String text) {
    return text.length() <= BEGINNING ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, BEGINNING))) + "…";
  }

  /** What people call the attributes, documents, milestones, flows, stages and steps that the history names, and how its messages begin. */
  private static Map<String, String> labels(CaseView view) {
    Map<String, String> labels = new HashMap<>();
    view.request().attributes().forEach(attribute -> labels.put(attribute.name(), attribute.label()));
    view.documents().forEach(document -> labels.put(DOCUMENT + document.id(), document.name()));
    view.milestones().forEach(milestone -> labels.put(milestone.name(), milestone.label()));
    view.flows()
        .forEach(
            flow -> {
              flow.stages().forEach(stage -> labels.put(stage.name(), stage.label()));
              flow.stages().stream().flatMap(stage -> stage.steps().stream()).forEach(step -> labels.put(step.name(), step.label()));
              labels.put(flow.name(), flow.label());
            });
    view.messages().forEach(message -> labels.put(String.valueOf(message.id()), beginning(message.text())));
    return labels;
  }
}
