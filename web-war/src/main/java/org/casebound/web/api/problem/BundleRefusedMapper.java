package org.casebound.web.api.problem;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleRefused;

/** Answers a process bundle that was refused, with file, line, column and mend of every mistake. */
@Provider
public class BundleRefusedMapper extends ProblemMapper<BundleRefused> {
  private static final String CODE = "BUNDLE-002";

  @Override
  protected Problem problem(BundleRefused failure) {
    List<FieldError> errors = failure.problems().stream().map(BundleRefusedMapper::error).toList();
    return Problem.of(
            ProblemType.BUNDLE_REFUSED,
            "The bundle is wrong in %d places; nothing of it was taken.".formatted(errors.size()))
        .with(errors);
  }

  private static FieldError error(BundleProblem problem) {
    FieldError.Place place =
        new FieldError.Place(problem.file(), problem.line(), problem.column(), problem.mend());
    return FieldError.in(place, problem.pointer(), CODE, problem.message());
  }
}
