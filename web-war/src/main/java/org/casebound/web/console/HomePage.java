package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The start page: what needs the visitor, by his roles. Who only files requests is led to them. */
@Named
@RequestScoped
public class HomePage {
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;
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
    return Address.of("/home/csv").with("panel", panel).with("process", asked("process")).with("days", period().inAddress()).toString();
  }

  /** How far back figures can look; the page stays otherwise as it is. */
  public List<Facet> getPeriods() {
    return Arrays.stream(Period.values())
        .map(
            each ->
                new Facet(
                    texts.of("home.days", each.days()),
                    Address.of("/").with("process", asked("process")).with("days", each.inAddress()).toString(),
                    -1,
                    each == period()))
        .toList();
  }

  private Period period() {
    return Period.of(asked("days"));
  }

  private Optional<String> asked(String name) {
    return AddressParameters.of(request).apply(name);
  }
}
