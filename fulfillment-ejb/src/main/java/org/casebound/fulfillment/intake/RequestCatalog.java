package org.casebound.fulfillment.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** What can be requested. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RequestCatalog {
  @Inject private ProcessCatalog catalog;

  /** The active processes, by label. */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION
  })
  public List<ServiceProcessDefinition> active() {
    return catalog.active().stream().map(this::offered).toList();
  }

  /**
   * The active version of a process.
   *
   * @throws UnknownRecord when there is none
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION
  })
  public ServiceProcessDefinition require(String process) {
    return catalog
        .active(process)
        .map(this::offered)
        .orElseThrow(() -> new UnknownRecord("active process", process));
  }

  /**
   * What the active version of a process asks its requesters for.
   *
   * @throws UnknownRecord when there is none
   */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public RequestForm form(String process) {
    return catalog
        .active(process)
        .map(PublishedProcess::bundle)
        .map(RequestForm::of)
        .map(form -> new RequestForm(form.process(), catalog.offered(form.asked())))
        .orElseThrow(() -> new UnknownRecord("active process", process));
  }

  private ServiceProcessDefinition offered(PublishedProcess published) {
    return published.process().asking(catalog.offered(published.process().attributes()));
  }
}
