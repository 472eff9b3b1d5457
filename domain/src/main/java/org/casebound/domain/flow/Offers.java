package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.RuleViolation;

/** Offers the work of interactive steps to people, and takes what they say. */
final class Offers {
  private static final String VOTES = StepSnapshot.KEPT + "votes";
  private static final int MAX_COMMENT = 4000;

  private final FlowRun run;

  Offers(FlowRun run) {
    this.run = run;
  }

  void offer(StepDefinition step, StepDefinition.Interactive work) {
    Set<String> excluded = excluded(step.name(), work.separation());
    List<String> notes = new ArrayList<>();
    Assignee assignee = work.assignee().map(text -> assignee(text, excluded, notes)).orElse(Assignee.NOBODY);
    Optional<String> priority = work.priority().flatMap(text -> priority(text, notes));
    run.add(
        new Decision.WorkOffered(
            step.name(),
            step.label(),
            work,
            new WorkOffer(
                assignee.user(),
                assignee.queue().orElse(work.queue()),
                priority,
                excluded,
                String.join(" ", notes))));
  }

  /** Whom an expression names. */
  private record Assignee(Optional<String> user, Optional<String> queue) {
    static final Assignee NOBODY = new Assignee(Optional.empty(), Optional.empty());
  }

  private Assignee assignee(String expression, Set<String> excluded, List<String> notes) {
    String named;
    try {
      named = String.valueOf(run.expressions().value(expression, run.facts())).strip();
    } catch (RuleViolation violation) {
      notes.add("Whom to offer it to could not be found out: " + violation.getMessage());
      return Assignee.NOBODY;
    }
    int colon = named.indexOf(':');
    String kind = colon < 0 ? "user" : named.substring(0, colon);
    String name = named.substring(colon + 1).strip();
    if (name.isEmpty()) {
      notes.add("The expression for whom to offer it to names nobody.");
    } else if (kind.equals("queue") || kind.equals("group")) {
      return new Assignee(Optional.empty(), Optional.of(name));
    } else if (!kind.equals("user")) {
      notes.add("'%s' is neither a user nor a group nor a queue.".formatted(named));
    } else if (excluded.contains(name)) {
      notes.add("'%s' may not work it (separation of duties).".formatted(name));
    } else {
      return new Assignee(Optional.of(name), Optional.empty());
    }
    return Assignee.NOBODY;
  }

  private Optional<String> priority(String expression, List<String> notes) {
    try {
      String named = String.valueOf(run.expressions().value(expression, run.facts()));
      if (Arrays.stream(Priority.values()).anyMatch(priority -> priority.name().equals(named))) {
        return Optional.of(named);
      }
      notes.add("'%s' is not a priority.".formatted(named));
    } catch (RuleViolation violation) {
      notes.add("Its priority could not be found out: " + violation.getMessage());
    }
    return Optional.empty();
  }

  private Set<String> excluded(String step, StepDefinition.Separation separation) {
    Set<String> excluded = new HashSet<>();
    Object requester = run.snapshot().caseFacts().asMap().get("requester");
    if (separation.notRequester() && requester != null) {
      excluded.add(String.valueOf(requester));
    }
    separation.notSameAs().forEach(other -> excluded.addAll(people(other)));
    votes(step).forEach(vote -> excluded.add(vote.by()));
    return excluded;
  }

  private Set<String> people(String step) {
    Set<String> people = votes(step).stream().map(Vote::by).collect(Collectors.toCollection(HashSet::new));
    String last = run.snapshot().step(step).completedBy();
    if (!last.isEmpty()) {
      people.add(last);
    }
    return people;
  }

  /** One person's answer to a step that needs several. */
  private record Vote(String by, String comment) {
    Map<String, Object> asMap() {
      return Map.of("by", by, "comment", comment);
    }
  }

  private List<Vote> votes(String step) {
    return run.snapshot().step(step).data().get(VOTES) instanceof List<?> kept
        ? kept.stream()
            .map(vote -> (Map<?, ?>) vote)
            .map(vote -> new Vote(String.valueOf(vote.get("by")), String.valueOf(vote.get("comment"))))
            .toList()
        : List.of();
  }

  /** A person finished the work: the step ends, unless its quorum needs one more. */
  void finished(StepDefinition step, FlowEvent.WorkFinished work) {
    if (!(step.work() instanceof StepDefinition.Interactive interactive)) {
      throw FlowRun.refusal("step '%s' has no work item".formatted(step.name()));
    }
    Map<String, Object> data = new LinkedHashMap<>(work.data());
    data.keySet().removeIf(name -> name.startsWith(StepSnapshot.KEPT));
    if (interactive.quorum().isEmpty()) {
      data.put(StepSnapshot.BY, work.by());
      run.complete(step.name(), work.outcome(), work.comment(), data);
      return;
    }
    List<Vote> votes = new ArrayList<>(votes(step.name()));
    if (votes.stream().anyMatch(vote -> vote.by().equals(work.by()))) {
      throw new RuleViolation("FLOW-014", "'%s' has agreed already; another person must.".formatted(work.by()));
    }
    votes.add(new Vote(work.by(), work.comment()));
    data.put(VOTES, votes.stream().map(Vote::asMap).toList());
    StepDefinition.Quorum quorum = interactive.quorum().get();
    if (work.outcome().equals(quorum.outcome()) && votes.size() < quorum.people()) {
      run.add(new Decision.StepKept(step.name(), data));
      offer(step, interactive);
    } else {
      data.put(StepSnapshot.BY, work.by());
      run.complete(step.name(), work.outcome(), comment(votes), data);
    }
  }

  private static String comment(List<Vote> votes) {
    String all =
        votes.stream()
            .filter(vote -> !vote.comment().isEmpty())
            .map(vote -> vote.by() + ": " + vote.comment())
            .collect(Collectors.joining("\n"));
    return all.length() <= MAX_COMMENT ? all : all.substring(0, MAX_COMMENT);
  }
}
