package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The error page: which sentence to show, and the number of the incident when something broke. */
@Named
@RequestScoped
public class FaultPage {
  static final String EXPIRED = "org.casebound.expired";
  static final String INCIDENT = "org.casebound.incident";

  @Inject private HttpServletRequest request;
  @Inject private Faults faults;

  /** {@code 404}, {@code 403}, {@code expired} or {@code 500}: the texts' key. */
  public String getKind() {
    if (request.getAttribute(EXPIRED) != null) {
      return "expired";
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (status instanceof Integer code && code < 500) {
      return code == 403 || code == 401 ? "403" : "404";
    }
    return "500";
  }

  /** Number of the incident; empty text when nothing broke. */
  public String getIncident() {
    Object known = request.getAttribute(INCIDENT);
    if (known == null && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      known = faults.record(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)), failure);
      request.setAttribute(INCIDENT, known);
    }
    return known == null ? "" : known.toString();
  }
}
