package org.casebound.web.api.problem;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.casebound.fulfillment.intake.RequestRefused;

/** Answers a service request that the intake refused, with every wrong place. */
@Provider
public class RequestRefusedMapper extends ProblemMapper<RequestRefused> {
  @Override
  protected Problem problem(RequestRefused failure) {
    List<FieldError> errors =
        failure.problems().stream().map(p -> FieldError.at(p.pointer(), p.code(), p.message())).toList();
    String detail =
        errors.size() == 1
            ? errors.get(0).detail()
            : "The service request is wrong in %d places; nothing of it was saved.".formatted(errors.size());
    return Problem.of(ProblemType.REQUEST_REFUSED, detail).with(errors);
  }
}
