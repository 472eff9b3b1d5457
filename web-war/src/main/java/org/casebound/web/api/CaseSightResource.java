package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.fulfillment.desk.SightDesk;
import org.casebound.fulfillment.desk.SightView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who sees a case and why. */
@Path("/cases/{number}/sight")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class CaseSightResource {
  @Inject SightDesk desk;

  @GET
  @Operation(
      operationId = "getCaseSight",
      summary = "Say whether somebody sees a case, by which rules, and what he may do with it",
      description =
          "By the rules that hold for that person himself. Which roles and groups he has, only the server's realm knows: name them. The answer"
              + " holds no value of the case.")
  @Extension(name = Roles.NAME, value = "administrator")
  public SightView get(
      @PathParam("number") String number,
      @Parameter(description = "User name of the person.", required = true) @QueryParam("user") String user,
      @Parameter(description = "Roles and groups of that person, separated by commas, e.g. agent,back_office.") @QueryParam("roles") String roles) {
    return desk.of(number, Parameters.text("user", user).orElse(""), names(roles));
  }

  private static Set<String> names(String roles) {
    return Parameters.text("roles", roles).map(given -> Arrays.stream(given.split(","))).orElseGet(Stream::empty)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
