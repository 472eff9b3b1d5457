package org.casebound.domain.shared;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The permitted changes of state of one concept, as a table. Immutable and thread-safe.
 *
 * @param <S> the states
 */
public final class StateTable<S extends Enum<S>> {
  private final String concept;
  private final Map<S, Set<S>> targets;

  private StateTable(String concept, Map<S, Set<S>> targets) {
    this.concept = concept;
    this.targets = targets;
  }

  /** Starts a table; {@code concept} is the word used in messages, e.g. "work item". */
  public static <S extends Enum<S>> Builder<S> of(String concept, Class<S> states) {
    return new Builder<>(concept, states);
  }

  /** Whether {@code from -> to} is permitted. */
  public boolean permits(S from, S to) {
    return targets.get(from).contains(to);
  }

  /** The states reachable in one change; empty for a final state. */
  public Set<S> from(S state) {
    return targets.get(state);
  }

  /** Whether nothing leads out of the state. */
  public boolean isFinal(S state) {
    return targets.get(state).isEmpty();
  }

  /**
   * Returns {@code to} when the change is permitted.
   *
   * @throws RuleViolation STATE-001 when it is not
   */
  public S change(S from, S to) {
    if (!permits(from, to)) {
      throw new RuleViolation(
          "STATE-001", "A %s that is %s can not become %s.".formatted(concept, from, to));
    }
    return to;
  }

  /** Collects the rows of a table. */
  public static final class Builder<S extends Enum<S>> {
    private final String concept;
    private final Class<S> states;
    private final Map<S, Set<S>> targets;

    private Builder(String concept, Class<S> states) {
      this.concept = concept;
      this.states = states;
      this.targets = new EnumMap<>(states);
      for (S state : states.getEnumConstants()) {
        targets.put(state, EnumSet.noneOf(states));
      }
    }

    /** Permits {@code from -> to} for each of {@code to}. */
    @SafeVarargs
    public final Builder<S> row(S from, S... to) {
      for (S state : to) {
        targets.get(from).add(state);
      }
      return this;
    }

    /** The finished table. */
    public StateTable<S> build() {
      Map<S, Set<S>> copy = new EnumMap<>(states);
      targets.forEach((state, to) -> copy.put(state, Set.copyOf(to)));
      return new StateTable<>(concept, copy);
    }
  }
}
