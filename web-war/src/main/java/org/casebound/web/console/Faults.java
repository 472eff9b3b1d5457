package org.casebound.web.console;

import static org.casebound.web.console.ConsoleLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.casebound.fulfillment.config.Ids;

/** Gives an unexpected failure a number that stands in the log and on the error page. Thread-safe. */
@ApplicationScoped
public class Faults {
  private Ids ids;

  protected Faults() {}

  @Inject
  Faults(Ids ids) {
    this.ids = ids;
  }

  /**
   * Logs the failure.
   *
   * @param page address of the page that failed
   * @return the incident's number, eight letters or digits
   */
  String record(String page, Throwable failure) {
    String incident = ids.newKey().substring(0, 8);
    LOG.pageFailed(page, incident, failure);
    return incident;
  }
}
