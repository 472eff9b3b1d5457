package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.casebound.fulfillment.simulation.ScenarioResult;
import org.casebound.fulfillment.simulation.Simulations;
import org.casebound.fulfillment.simulation.SuiteResult;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Simulations: a process is played with sample data. Nothing is sent or saved. */
@Path("/studio/simulations" + StudioProcessesResource.NAME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studio")
public class SimulationsResource {
  private static final String OWNERS = "process-owner, administrator";

  @Inject Simulations simulations;

  @GET
  @Operation(
      operationId = "playScenarios",
      summary = "Play all scenarios that a process keeps",
      description = "Of the draft, or of the active version when there is none; with what of the process they go through. Nothing is sent or saved.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public SuiteResult playAll(@PathParam("name") String name) {
    return simulations.playAll(name, Optional.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "simulateProcess",
      summary = "Play a process with sample data",
      description =
          "Of the draft, or of the active version when there is none. The scenario is checked as in a bundle; people in it choose the"
              + " first outcome, and back offices answer with nothing, unless it says more. Nothing is sent or saved.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public ScenarioResult play(@PathParam("name") String name, ScenarioBody body) {
    return simulations.play(name, Optional.empty(), Bodies.require(body).require()).result();
  }
}
