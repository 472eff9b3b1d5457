package org.casebound.web.api.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to every operation what is the same everywhere: the roles in plain words, and the problems that it answers with.
 * Configured by {@code mp.openapi.filter}.
 */
public class ApiDocument implements OASFilter {
  /** Extension that lists the roles which may call an operation. */
  private static final String ROLES = "x-roles";

  private static final String PROBLEM = "#/components/schemas/Problem";

  @Override
  public PathItem filterPathItem(PathItem path) {
    path.getOperations().forEach(ApiDocument::complete);
    return path;
  }

  /** The scanner copies the extension of a method to its parameters too. */
  @Override
  public Parameter filterParameter(Parameter parameter) {
    parameter.removeExtension(ROLES);
    return parameter;
  }

  /** And to its responses. */
  @Override
  public APIResponse filterAPIResponse(APIResponse response) {
    response.removeExtension(ROLES);
    return response;
  }

  /** And to its body. */
  @Override
  public RequestBody filterRequestBody(RequestBody body) {
    body.removeExtension(ROLES);
    return body;
  }

  private static void complete(PathItem.HttpMethod method, Operation operation) {
    Object roles = operation.getExtensions() == null ? null : operation.getExtensions().get(ROLES);
    if (roles != null) {
      String text = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
      operation.setDescription(text + "Roles: " + roles + ".");
    }
    operation.getResponses().removeExtension(ROLES);
    problems(method, operation).forEach((status, text) -> addProblem(operation, status, text));
  }

  private static Map<String, String> problems(PathItem.HttpMethod method, Operation operation) {
    List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
    boolean hasBody = operation.getRequestBody() != null;
    Map<String, String> problems = new LinkedHashMap<>();
    if (hasBody || parameters.stream().anyMatch(p -> p.getIn() != Parameter.In.PATH)) {
      problems.put("400", "The request can not be read; a parameter or the place in the body is named.");
    }
    problems.put("401", "No credentials, or wrong ones.");
    problems.put("403", "None of the caller's roles permits it, or a rule forbids it to him.");
    if (parameters.stream().anyMatch(p -> p.getIn() == Parameter.In.PATH)) {
      problems.put("404", "There is none, or the caller may not see it.");
    }
    problems.put("406", "The wanted media type is not offered.");
    if (method != PathItem.HttpMethod.GET) {
      problems.put("409", "A rule forbids it now, or somebody else was first; the code names the rule.");
    }
    if (hasBody) {
      problems.put("413", "The body is too large.");
      problems.put("415", "The media type of the body is not read here.");
      problems.put("422", "The body has wrong content; every wrong place is named.");
    }
    problems.put("500", "Something went wrong on our side; the incident is named.");
    return problems;
  }

  private static void addProblem(Operation operation, String status, String text) {
    if (operation.getResponses().hasAPIResponse(status)) {
      return;
    }
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(text)
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM))));
    operation.getResponses().addAPIResponse(status, response);
  }
}
