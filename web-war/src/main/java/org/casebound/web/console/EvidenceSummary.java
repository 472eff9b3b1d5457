package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.CaseView.DecisionView;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.CaseView.StepView;
import org.casebound.fulfillment.desk.LinkView;
import org.casebound.fulfillment.desk.MilestoneView;
import org.casebound.web.console.paper.Paper;

/**
 * The evidence of a case for reading and printing, as PDF in the reader's language: the case, what was asked, how far each flow came, what
 * was written to each other, which cases it is linked with, what happened and which documents there are. It says what {@link CaseView} says and nothing more: what is masked there is called hidden here.
 * Thread-safe.
 */
@ApplicationScoped
public class EvidenceSummary {
  private Texts texts;
  private Words words;
  private RequestFacts requests;
  private Clock clock;

  protected EvidenceSummary() {}

  @Inject
  EvidenceSummary(Texts texts, Words words, RequestFacts requests, Clock clock) {
    this.texts = texts;
    this.words = words;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * Writes the PDF.
   *
   * @param reader name of the person for whom the case was read
   * @param pathOf where in the package a document lies
   */
  byte[] of(CaseView view, String reader, EvidencePath pathOf) throws IOException {
    Instant now = clock.instant();
    try (Paper paper = new Paper(texts.of("history.what", view.number(), view.subject()), texts.locale(), now)) {
      paper.paragraph(texts.of("evidence.made", reader, words.at(now)));
      summary(view, paper);
      asked(view, paper);
      milestones(view, paper);
      flows(view, paper);
      messages(view, pathOf, paper);
      links(view, paper);
      timeline(view, paper);
      documents(view, pathOf, paper);
      if (paper.lacksLetters()) {
        paper.paragraph(texts.of("evidence.letters"));
      }
      return paper.finish((page, pages) -> view.number() + " - " + texts.of("viewer.pageOf", page, pages));
    }
  }

  /** Where in the package a document lies. */
  @FunctionalInterface
  interface EvidencePath {
    String of(CaseView.DocumentView document);
  }

  private void summary(CaseView view, Paper paper) throws IOException {
    paper.section(texts.of("case.summary"));
    paper.fact(texts.of("item.status"), lines(words.caseStatus(view.status(), view.resolution()), Reasons.in(texts.locale(), view.statusText())));
    paper.fact(texts.of("item.process"), "%s, %s %d".formatted(view.process().label(), texts.of("case.version"), view.process().version()));
    paper.fact(texts.of("item.requester"), view.requester());
    paper.fact(texts.of("item.owner"), OwnerText.of(texts, view.owner(), "", List.of()));
    paper.fact(texts.of("item.priority"), words.of(view.priority()));
    paper.fact(texts.of("item.filed"), words.at(view.createdAt()));
    if (view.closedAt().isPresent()) {
      paper.fact(texts.of("case.closedAt"), words.at(view.closedAt().get()));
    }
    String reason = view.closeReason().orElse("");
    if (!reason.isBlank()) {
      paper.fact(texts.of("case.reason"), reason);
    }
  }

  private void asked(CaseView view, Paper paper) throws IOException {
    paper.section(texts.of("work.asked"));
    List<FactGroup> groups = requests.facts(view);
    if (groups.isEmpty()) {
      paper.paragraph(texts.of("facts.none"));
    }
    for (FactGroup group : groups) {
      if (!group.title().isEmpty()) {
        paper.part(group.title());
      }
      for (FactGroup.Fact fact : group.facts()) {
        paper.fact(fact.label(), fact.masked() ? texts.of("facts.masked") : fact.text().isEmpty() ? texts.of("facts.empty") : fact.text());
      }
    }
  }

  private void milestones(CaseView view, Paper paper) throws IOException {
    if (!view.milestones().isEmpty()) {
      paper.section(texts.of("milestone.title"));
      for (MilestoneView milestone : view.milestones()) {
        paper.fact(milestone.label(), lines(words.of(milestone.state()), milestone.text()));
      }
    }
  }

  private void flows(CaseView view, Paper paper) throws IOException {
    if (!view.flows().isEmpty()) {
      paper.section(texts.of("evidence.course"));
    }
    for (FlowView flow : view.flows()) {
      paper.part(texts.of("history.became", flow.label(), words.of(flow.state())));
      for (StepView step : flow.stages().stream().flatMap(stage -> stage.steps().stream()).toList()) {
        paper.fact(step.label(), course(step));
      }
    }
    for (CaseView.IncidentView incident : view.incidents()) {
      paper.fact(texts.of("case.incident"), lines(words.at(incident.raisedAt()), incident.code() + ": " + incident.message()));
    }
  }

  private String course(StepView step) {
    List<String> said = new ArrayList<>();
    String state = words.of(step.state());
    said.add(step.outcome().map(outcome -> texts.of("history.became", state, outcome)).orElse(state));
    step.startedAt().ifPresent(at -> said.add(words.at(at) + step.endedAt().map(end -> " - " + words.at(end)).orElse("")));
    step.decisions().forEach(decision -> said.add(decided(decision)));
    step.attempts()
        .forEach(
            attempt ->
                said.add(
                    "%s, %s: %s".formatted(texts.of("status.try", attempt.number()), words.at(attempt.startedAt()), lines(words.named(attempt.outcome()), attempt.message()))));
    if (step.state() != StepState.COMPLETED) {
      said.add(step.reason());
    }
    return lines(said.toArray(String[]::new));
  }

  private String decided(DecisionView decision) {
    String who = decision.onBehalfOf().map(other -> decision.by() + " " + texts.of("item.onBehalf", other)).orElse(decision.by());
    String what = "%s: %s%s".formatted(texts.of("work.by"), who, decision.at().map(at -> ", " + words.at(at)).orElse(""));
    return decision.ticked().isEmpty() ? what : what + "\n" + texts.of("checks.ticked") + ": " + String.join(", ", decision.ticked());
  }

  private void messages(CaseView view, EvidencePath pathOf, Paper paper) throws IOException {
    if (!view.messages().isEmpty()) {
      paper.section(texts.of("messages.title"));
    }
    for (CaseView.MessageView message : view.messages()) {
      String read = message.readAt().map(at -> texts.of("messages.read") + " " + words.at(at)).orElse(texts.of("messages.notRead"));
      String file =
          view.documents().stream()
              .filter(document -> message.documentId().filter(id -> id == document.id()).isPresent())
              .map(document -> texts.of("history.became", texts.of("evidence.file"), pathOf.of(document)))
              .collect(Collectors.joining());
      paper.fact(words.at(message.sentAt()), lines("%s (%s)".formatted(message.author(), read), message.text(), file));
    }
  }

  private void links(CaseView view, Paper paper) throws IOException {
    if (!view.links().isEmpty()) {
      paper.section(texts.of("links.title"));
    }
    for (LinkView link : view.links()) {
      paper.fact(
          texts.of("history.link." + link.relation(), link.number()),
          lines(
              "%s (%s)".formatted(link.subject(), words.caseStatus(link.status(), link.resolution())),
              link.reason(),
              "%s, %s".formatted(link.linkedBy(), words.at(link.linkedAt()))));
    }
  }

  private void timeline(CaseView view, Paper paper) throws IOException {
    paper.section(texts.of("case.history"));
    List<TimelineEntry> entries = new ArrayList<>(TimelineEntry.of(view, words, texts));
    Collections.reverse(entries);
    for (TimelineEntry entry : entries) {
      paper.fact(words.at(entry.at()), lines("%s (%s)".formatted(entry.headline(), entry.actor()), entry.why()));
    }
  }

  private void documents(CaseView view, EvidencePath pathOf, Paper paper) throws IOException {
    paper.section(texts.of("case.documents"));
    if (view.documents().isEmpty()) {
      paper.paragraph(texts.of("case.noDocuments"));
    }
    for (CaseView.DocumentView document : view.documents()) {
      paper.part(document.name());
      paper.fact(texts.of("evidence.file"), document.readable() ? pathOf.of(document) : texts.of("evidence.kept", DocumentLink.scan(document, texts), document.found()));
      paper.fact(texts.of("evidence.type"), "%s, %s, %s".formatted(document.mediaType(), DocumentLink.size(document.bytes()), DocumentLink.scan(document, texts)));
      paper.fact(texts.of("item.filed"), words.at(document.uploadedAt()));
      paper.fact("SHA-256", document.sha256());
    }
  }

  private static String lines(String... said) {
    return Arrays.stream(said).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }
}
