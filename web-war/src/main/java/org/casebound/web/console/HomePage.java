package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The front door: leads each role to the page where its work is. */
@Named
@RequestScoped
public class HomePage {
  @Inject private Visitor visitor;

  /** Redirects to the visitor's first page. */
  public void lead() {
    Address.of(visitor.isAgent() ? "/inbox" : "/cases").go();
  }
}
