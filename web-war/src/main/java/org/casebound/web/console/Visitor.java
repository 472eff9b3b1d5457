package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The person who looks at the page. What he may do is decided by the boundary beans; this only spares him dead links. */
@Named
@RequestScoped
public class Visitor {
  private static final List<String> STAFF =
      List.of("agent", "lead", "operator", "administrator", "process-owner");

  @Inject private HttpServletRequest request;

  /** Whether somebody is logged in. */
  public boolean isKnown() {
    return request.getRemoteUser() != null;
  }

  /** Whether he is a person with a role of the console, and not only a system that calls the API. */
  public boolean isPerson() {
    return isKnown() && (request.isUserInRole("requester") || !isRequesterOnly());
  }

  /** User name; empty text for nobody. */
  public String getName() {
    return Optional.ofNullable(request.getRemoteUser()).orElse("");
  }

  /** Up to two letters for the badge in the top bar. */
  public String getInitials() {
    return getName().substring(0, Math.min(2, getName().length()));
  }

  /** Whether work items are his business. */
  public boolean isAgent() {
    return request.isUserInRole("agent") || request.isUserInRole("lead");
  }

  /** Whether he designs processes. */
  public boolean isProcessOwner() {
    return request.isUserInRole("process-owner") || request.isUserInRole("administrator");
  }

  /** Whether he may look at processes. */
  public boolean isStudioReader() {
    return isProcessOwner() || request.isUserInRole("operator");
  }

  /** Whether he runs the installation. */
  public boolean isAdministrator() {
    return request.isUserInRole("administrator");
  }

  /** Whether he leads those who work. */
  public boolean isLead() {
    return request.isUserInRole("lead");
  }

  /** Whether he keeps flows going. */
  public boolean isOperator() {
    return request.isUserInRole("operator") || request.isUserInRole("administrator");
  }

  /** Whether a page of administration is his business. */
  public boolean isAdminReader() {
    return isOperator() || isLead();
  }

  /** Whether he may look at the flows of all processes. */
  public boolean isFlowReader() {
    return isStudioReader() || isLead();
  }

  /** Whether incidents are his business. */
  public boolean isIncidentReader() {
    return isOperator() || isLead();
  }

  /** Whether he watches calls to back offices. */
  public boolean isCallWatcher() {
    return isOperator() || isLead();
  }

  /** Whether he may look at integrations. */
  public boolean isIntegrationReader() {
    return isCallWatcher() || isProcessOwner();
  }

  /** Whether he may file requests. */
  public boolean isMayRequest() {
    return isMayRequestForOthers() || request.isUserInRole("requester");
  }

  /** Whether he may file them for other people, too. */
  public boolean isMayRequestForOthers() {
    return isAgent() || request.isUserInRole("administrator");
  }

  /** Whether he sees nothing but the cases that he filed. */
  public boolean isRequesterOnly() {
    return STAFF.stream().noneMatch(request::isUserInRole);
  }
}
