package org.casebound.web.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem detail as RFC 9457 has it, with the members {@code code}, {@code errors} and {@code incident} of our own. */
@Schema(name = "Problem", description = "Problem details (RFC 9457).")
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "errors", "incident"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    @Schema(description = "Kind of problem.", examples = "urn:casebound:problem:invalid-request", required = true)
        String type,
    @Schema(description = "What the kind means.", required = true) String title,
    @Schema(description = "HTTP status.", required = true) int status,
    @Schema(description = "What happened here and how to mend it.", required = true) String detail,
    @Schema(description = "Path of the request.", examples = "/api/v1/service-requests") Optional<String> instance,
    @Schema(description = "Stable code of the rule that refused.", examples = "FIND-001") Optional<String> code,
    @Schema(description = "Every wrong place of the request.") List<FieldError> errors,
    @Schema(description = "What to quote to an operator; the server's log has the same text.") Optional<String> incident) {

  /** Media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem with a detail and nothing else. */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(
        type.urn(),
        type.title(),
        type.status(),
        detail,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same with the stable code of a rule. */
  public Problem coded(String ruleCode) {
    return new Problem(type, title, status, detail, instance, Optional.of(ruleCode), errors, incident);
  }

  /** The same with the wrong places named. */
  public Problem with(List<FieldError> places) {
    return new Problem(type, title, status, detail, instance, code, places, incident);
  }

  /** The same with what to quote to an operator. */
  public Problem incident(String id) {
    return new Problem(type, title, status, detail, instance, code, errors, Optional.of(id));
  }

  /** The same for the request of that path. */
  public Problem at(String path) {
    return new Problem(type, title, status, detail, Optional.of(path), code, errors, incident);
  }
}
