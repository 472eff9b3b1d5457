package org.casebound.fulfillment.intake;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** The request was refused; nothing of it was saved. Every problem is named at once. */
@ApplicationException(rollback = true)
public class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public RequestRefused(List<Problem> problems) {
    super("The request was refused: " + problems);
    this.problems = List.copyOf(problems);
  }

  /** The same problems, in a request that is a part of what was sent. */
  RequestRefused within(String pointer) {
    return new RequestRefused(
        problems.stream().map(p -> new Problem(pointer + p.pointer(), p.code(), p.message())).toList());
  }

  /** What is wrong, at least one. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing that is wrong.
   *
   * @param pointer JSON pointer into the request, e.g. {@code /attributes/cardId}
   * @param code stable code
   * @param message what is wrong and how to mend it
   */
  public record Problem(String pointer, String code, String message) {}
}
