package org.casebound.fulfillment.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.definition.Deadline.Escalation;
import org.casebound.domain.definition.Element.Notify.Channel;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.flow.RecordChange;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.simulation.SimulationReport.Told;

/** Escalates the case of a story: it is ESCALATED, and what the definition wants besides is done. Not thread-safe. */
final class EscalatedCase {
  private final CaseSheet sheet;
  private final Agenda agenda;
  private final Minutes minutes;
  private final Expressions expressions;
  private final Consumer<RecordChange> changed;

  EscalatedCase(CaseSheet sheet, Agenda agenda, Minutes minutes, Expressions expressions, Consumer<RecordChange> changed) {
    this.sheet = sheet;
    this.agenda = agenda;
    this.minutes = minutes;
    this.expressions = expressions;
    this.changed = changed;
  }

  /** What was done, in words. */
  String escalate(Optional<Escalation> action, String why) {
    Values caseBefore = sheet.ofCase();
    Values requestBefore = sheet.ofRequest();
    List<String> what = new ArrayList<>(List.of(why));
    sheet.escalate();
    action.flatMap(Escalation::priority).filter(this::isHigher).ifPresent(priority -> what.add(raise(priority)));
    action.flatMap(Escalation::queue).ifPresent(queue -> what.add(move(queue)));
    action.flatMap(Escalation::tell).ifPresent(whom -> what.add(tellWhom(whom, why)));
    changed.accept(RecordChange.updated(caseBefore, sheet.ofCase(), requestBefore, sheet.ofRequest()));
    return String.join(", ", what);
  }

  private boolean isHigher(Priority priority) {
    return priority.compareTo(Priority.valueOf(String.valueOf(sheet.ofCase().asMap().get("priority")))) > 0;
  }

  private String raise(Priority priority) {
    Map<String, Object> values = Map.of("priority", priority.name());
    sheet.updateCase(values);
    minutes.changed("case", values);
    return "priority " + priority;
  }

  private String move(String queue) {
    sheet.moveTo(queue);
    return "queue " + queue;
  }

  private String tellWhom(String whom, String why) {
    try {
      Optional<String> to = Owner.parse(String.valueOf(expressions.value(whom, sheet.facts()))).map(EscalatedCase::address);
      to.ifPresent(address -> tell(address, why));
      return to.map(address -> "for " + address).orElse("Nobody is named.");
    } catch (RuleViolation broken) {
      return "Nobody could be told. " + broken.getMessage();
    }
  }

  private static String address(Owner whom) {
    return (whom.kind() == Owner.Kind.QUEUE ? "queue:" : "user:") + whom.name();
  }

  /** Tells something about the case. */
  void tell(String to, String text) {
    String subject = "Case %s: %s".formatted(sheet.number(), sheet.ofCase().asMap().get("subject"));
    minutes.told(new Told(agenda.now(), "", Channel.IN_APP, to, subject, text));
  }
}
