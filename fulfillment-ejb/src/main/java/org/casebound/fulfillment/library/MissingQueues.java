package org.casebound.fulfillment.library;

import java.util.List;
import java.util.Set;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.library.ImportPlan.Binding;
import org.casebound.fulfillment.library.ImportPlan.Binding.Kind;
import org.casebound.fulfillment.library.ImportPlan.Binding.State;

/** Queues that a process from elsewhere names, that no active process here works with, and that nobody said are to be new. */
public final class MissingQueues {
  private MissingQueues() {}

  /** The binding as it is for a process from elsewhere: a queue that would be new is missing, unless it is to be new. */
  public static Binding strict(Binding binding, Set<String> newQueues) {
    return binding.kind() == Kind.QUEUE && binding.state() == State.NEW && !newQueues.contains(binding.name())
        ? new Binding(Kind.QUEUE, binding.name(), State.MISSING, sentence(binding.name()))
        : binding;
  }

  /** Whether it keeps its process from being active. */
  public static boolean isMissing(Binding binding) {
    return binding.kind() == Kind.QUEUE && binding.state() == State.MISSING;
  }

  /** @throws RuleViolation BUNDLE-009 with a sentence for each queue that is missing */
  static void require(List<Binding> queues, Set<String> newQueues) {
    List<String> sentences =
        queues.stream().map(queue -> strict(queue, newQueues)).filter(MissingQueues::isMissing).map(Binding::message).toList();
    if (!sentences.isEmpty()) {
      throw new RuleViolation("BUNDLE-009", "The version was not activated. %s".formatted(String.join(" ", sentences)));
    }
  }

  private static String sentence(String queue) {
    return ("The queue '%s' is missing: no active process here works with it. Map it to a queue that is here when you import"
            + " (queue:%s=...), or say that it is to be new once a group of that name has members (queue:%s=%s).")
        .formatted(queue, queue, queue, queue);
  }
}
