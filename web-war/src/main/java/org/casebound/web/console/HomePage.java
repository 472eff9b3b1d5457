package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The start page: what needs the visitor, by his roles. Who only files requests is led to them. */
@Named
@RequestScoped
public class HomePage {
  @Inject private HttpServletRequest request;
  @Inject private Visitor visitor;
  @Inject private HomeWork work;
  @Inject private HomeTeam team;
  @Inject private HomeOps ops;
  @Inject private HomeProcesses processes;

  /** Reads what the visitor's roles need. */
  public void open() {
    if (visitor.isRequesterOnly()) {
      Address.of("/cases").go();
      return;
    }
    if (visitor.isAgent()) {
      work.open();
    }
    if (visitor.isLead()) {
      team.open();
    }
    if (visitor.isOperator()) {
      ops.open();
    }
    if (visitor.isProcessOwner()) {
      processes.open();
    }
  }

  /** The address of a panel as a file. */
  public String export(String panel) {
    return Address.of("/home/csv").with("panel", panel).with("process", AddressParameters.of(request).apply("process")).toString();
  }
}
