package org.casebound.domain.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the cases of a process are managed besides their flow (specification, section H).
 *
 * @param calendar calendar of the bundle in whose hours the process is measured; empty: all hours
 * @param assignment queues for manual fulfillment, first match; when none holds the queue of the process
 * @param escalations what happens to cases that stay open too long
 * @param milestones promised times
 * @param retention how long closed cases are kept
 */
public record CaseRules(
    Optional<String> calendar,
    List<AssignmentRule> assignment,
    List<EscalationRule> escalations,
    List<MilestoneDefinition> milestones,
    RetentionRule retention) {
  /** No rules at all. */
  public static final CaseRules NONE =
      new CaseRules(Optional.empty(), List.of(), List.of(), List.of(), RetentionRule.FOREVER);

  public CaseRules {
    assignment = List.copyOf(assignment);
    escalations = List.copyOf(escalations);
    milestones = List.copyOf(milestones);
  }

  /**
   * Sends a case to a queue.
   *
   * @param when CEL condition over {@code case} and {@code request}; empty: always
   * @param queue queue of the bundle
   */
  public record AssignmentRule(Optional<String> when, String queue) {}

  /**
   * Something to do with a case that is still open after a time.
   *
   * @param name API name, unique in the process
   * @param age age of the case in business time, &gt; 0
   * @param when CEL condition over {@code case} and {@code request}, asked when the time has come; empty: always
   * @param action what to do; its {@code after} is 0
   */
  public record EscalationRule(String name, Duration age, Optional<String> when, Deadline.Escalation action) {}

  /**
   * A promised time of the service. Its clock stands still while the case's SLA is paused.
   *
   * @param name API name, unique in the process
   * @param label what people call it, e.g. "First response"
   * @param within promised business time from filing, &gt; 0
   * @param warnBefore how long before its end to warn, &gt; 0; empty: no warning
   * @param reachedWhen CEL condition over {@code case} and {@code request}; empty: reached when the case is closed
   * @param onViolation what to do when it is missed
   */
  public record MilestoneDefinition(
      String name,
      String label,
      Duration within,
      Optional<Duration> warnBefore,
      Optional<String> reachedWhen,
      Optional<Deadline.Escalation> onViolation) {}
}
