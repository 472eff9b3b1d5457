package org.casebound.domain.definition;

/** How an orchestration asks whether a step may start or end, or a stage may end (specification, section E). */
public sealed interface Criterion {
  /** A CEL condition over {@code case}, {@code request}, {@code steps} and {@code vars}. */
  record Condition(String expression) implements Criterion {}

  /**
   * An evaluation flow: an autolaunched flow that only computes. It holds when the flow's Boolean output {@value #OUTPUT} is true.
   *
   * @param flow API name of an autolaunched flow of the bundle whose elements all end at once
   */
  record Evaluation(String flow) implements Criterion {
    /** The output that carries the answer. */
    public static final String OUTPUT = "holds";
  }
}
