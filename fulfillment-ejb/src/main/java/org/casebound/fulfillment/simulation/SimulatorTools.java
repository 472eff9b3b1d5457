package org.casebound.fulfillment.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.Expressions;
import org.casebound.fulfillment.calendar.Calendars;

/** Hands out the simulator, with the tools of the engine. */
@ApplicationScoped
public class SimulatorTools {
  @Produces
  @Singleton
  Simulator simulator(Expressions expressions, AttributeValidation validation, Calendars calendars) {
    return new Simulator(expressions, validation, calendars);
  }
}
