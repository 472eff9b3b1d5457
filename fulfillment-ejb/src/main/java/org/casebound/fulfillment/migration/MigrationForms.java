package org.casebound.fulfillment.migration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.migration.MigrationForm.Part;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Tells what there is to say before running flows move to another version. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MigrationForms {
  @Inject private ProcessCatalog catalog;

  /**
   * The stages and steps of the fulfillment flow in both versions.
   *
   * @throws org.casebound.domain.shared.UnknownRecord when there is no such version
   * @throws RuleViolation MIG-001 when a version has no fulfillment flow, or the other one no flow of its name
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public MigrationForm of(String process, int fromVersion, int toVersion) {
    PublishedProcess from = catalog.require(process, fromVersion);
    String flow =
        from.process().fulfillmentFlow().orElseThrow(() -> new RuleViolation("MIG-001", "Version %d has no fulfillment flow: its cases are worked by hand.".formatted(fromVersion)));
    return new MigrationForm(flow, parts(from, flow, fromVersion), parts(catalog.require(process, toVersion), flow, toVersion));
  }

  private static List<Part> parts(PublishedProcess process, String flow, int version) {
    FlowMachine machine = process.machines().get(flow);
    if (machine == null) {
      throw new RuleViolation("MIG-001", "Version %d has no flow '%s'.".formatted(version, flow));
    }
    return machine.definition().stages().stream()
        .flatMap(
            stage ->
                Stream.concat(
                    Stream.of(new Part(true, stage.name(), stage.label())),
                    stage.steps().stream().map(step -> new Part(false, step.name(), step.label()))))
        .toList();
  }
}
