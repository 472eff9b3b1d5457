package org.casebound.fulfillment.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.CaseRules;
import org.casebound.domain.definition.RetentionRule;
import org.casebound.domain.definition.CaseRules.AssignmentRule;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.definition.UsageType;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.studio.PublishedProcess;
import org.casebound.fulfillment.studio.cel.CelExpressions;
import org.junit.jupiter.api.Test;

class QueueAssignmentTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Expressions CEL = new CelExpressions();

  private final Case filed = new Case(51, "Complaint", 1, "Fee", "requester", Priority.HIGH, "front_office", NOW);
  private final ServiceCatalogRequest request = new ServiceCatalogRequest(7, 51, new Values(Map.of("amount", 0L)), NOW);

  @Test
  void takesTheFirstRuleThatHolds() {
    assertThat(assign(rule("request.amount > 10", "vault"), rule("case.priority == 'HIGH'", "experts"), rule("true", "others"))).isEmpty();
    assertThat(filed.owner()).isEqualTo(Owner.queue("experts"));
    assertThat(filed.homeQueue()).isEqualTo("experts");
  }

  @Test
  void takesARuleWithoutAConditionAlways() {
    assertThat(assign(new AssignmentRule(Optional.empty(), "experts"))).isEmpty();
    assertThat(filed.homeQueue()).isEqualTo("experts");
  }

  @Test
  void leavesTheCaseInTheQueueOfItsProcessWhenNoRuleHolds() {
    assertThat(assign(rule("request.amount > 10", "vault"))).isEmpty();
    assertThat(filed.owner()).isEqualTo(Owner.queue("front_office"));
  }

  @Test
  void leavesTheCaseInTheQueueOfItsProcessAndSaysSoWhenARuleCanNotBeAsked() {
    assertThat(assign(rule("10 / request.amount > 1", "vault"), rule("true", "others")))
        .contains("Assignment rule 1", "10 / request.amount > 1");
    assertThat(filed.owner()).isEqualTo(Owner.queue("front_office"));
  }

  private String assign(AssignmentRule... rules) {
    CaseRules all = new CaseRules(Optional.empty(), List.of(rules), List.of(), List.of(), RetentionRule.FOREVER);
    ServiceProcessDefinition process =
        new ServiceProcessDefinition(
            "Complaint", 1, "Complaint", Optional.empty(), "", UsageType.CUSTOMER_SERVICE, "", Optional.empty(), "front_office", Optional.empty(), List.of(), List.of(),
            Optional.empty(), all);
    PublishedProcess published = PublishedProcess.of(new ProcessBundle(process, List.of(), List.of(), List.of(), List.of(), List.of()), CEL);
    return new QueueAssignment(CEL).assign(published, filed, request);
  }

  private static AssignmentRule rule(String when, String queue) {
    return new AssignmentRule(Optional.of(when), queue);
  }
}
