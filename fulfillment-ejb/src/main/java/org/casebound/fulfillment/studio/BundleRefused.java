package org.casebound.fulfillment.studio;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** A bundle was refused as a whole; nothing of it was taken. Every problem is named at once. */
@ApplicationException(rollback = true)
public class BundleRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<BundleProblem> problems;

  /** @param problems at least one, in the order of the file */
  public BundleRefused(List<BundleProblem> problems) {
    super(problems.stream().map(BundleProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, at least one. */
  public List<BundleProblem> problems() {
    return problems;
  }
}
