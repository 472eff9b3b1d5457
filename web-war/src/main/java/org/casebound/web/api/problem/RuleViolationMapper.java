package org.casebound.web.api.problem;

import jakarta.ws.rs.ext.Provider;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;

/** Answers a rule of the domain that refused: 404, 403, 409 or, for a cursor, 400, always with the code of the rule. */
@Provider
public class RuleViolationMapper extends ProblemMapper<RuleViolation> {
  /** Codes of cursors and page sizes: the request is wrong, not the state of a record. */
  private static final String PAGING = "PAGE-";

  @Override
  protected Problem problem(RuleViolation failure) {
    return Problem.of(type(failure), failure.getMessage()).coded(failure.code());
  }

  private static ProblemType type(RuleViolation failure) {
    if (failure instanceof UnknownRecord) {
      return ProblemType.NOT_FOUND;
    }
    if (failure instanceof ForbiddenAction) {
      return ProblemType.FORBIDDEN;
    }
    if (failure.code().startsWith(PAGING)) {
      return ProblemType.MALFORMED_REQUEST;
    }
    return failure instanceof StaleRecord ? ProblemType.STALE_RECORD : ProblemType.RULE_VIOLATION;
  }
}
