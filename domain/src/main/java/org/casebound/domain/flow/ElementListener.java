package org.casebound.domain.flow;

/**
 * Learns which elements a flow goes through, also those that leave no decision behind. It only listens: what it throws comes out of
 * the machine.
 */
@FunctionalInterface
public interface ElementListener {
  /** Nobody listens. */
  ElementListener NOBODY = (step, element) -> {};

  /**
   * The step comes to the element, perhaps not for the first time.
   *
   * @param element its name, after those of the subflows around it, with slashes
   */
  void reached(String step, String element);
}
