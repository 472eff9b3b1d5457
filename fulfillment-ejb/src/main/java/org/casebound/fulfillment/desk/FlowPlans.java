package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.cases.Case;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** What pictures of flows are drawn from. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class FlowPlans {
  @Inject private CaseAccess access;
  @Inject private FlowRepository flows;
  @Inject private ProcessCatalog catalog;
  @Resource private SessionContext context;

  /**
   * The plans of a case's flows, each in the version that the flow runs.
   *
   * @param number e.g. {@code C-00000051}
   * @throws UnknownRecord when there is no such case that the caller may see
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION
  })
  public List<FlowPlan> ofCase(String number) {
    Case seen = access.require(number, Caller.of(context));
    return flows.flowsOf(seen.id()).stream().map(this::plan).toList();
  }

  private FlowPlan plan(FulfillmentFlow flow) {
    PublishedProcess process = catalog.require(flow.processName(), flow.processVersion());
    return FlowPlan.of(flow.id(), process.machine(flow).definition().stages(), process.bundle().integrations());
  }
}
