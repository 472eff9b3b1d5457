package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The name of a process that is to begin. */
@Schema(name = "NewProcess", requiredProperties = "name")
public record NewProcessBody(@Schema(description = "API name of the process.", maxLength = 80) Optional<String> name) {

  /** @throws org.casebound.web.api.problem.ProblemException when it is missing or too long */
  String require() {
    BodyCheck check = new BodyCheck();
    String given = check.required("/name", name);
    check.atMost("/name", name, 80);
    check.end();
    return given;
  }
}
