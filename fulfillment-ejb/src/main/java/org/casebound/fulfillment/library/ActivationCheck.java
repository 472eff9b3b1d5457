package org.casebound.fulfillment.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.ProcessState;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.library.ImportPlan.Binding;
import org.casebound.fulfillment.library.ImportPlan.Binding.State;
import org.casebound.fulfillment.studio.BundleReader;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.studio.CanonicalBundle;

/**
 * Whether a version can become active while nobody looks. What a person is told before he publishes, and may pass over, stands in the way here.
 * Changes nothing.
 */
@Dependent
class ActivationCheck {
  @Inject private BundleReader reader;
  @Inject private Bindings bindings;
  @Inject private VersionActivation activation;

  /**
   * Insists that the version can become active.
   *
   * @param who who said when it is to be active
   * @param newQueues queues that were new when he said so
   * @throws BundleRefused when the bundle has mistakes by the rules of this server
   * @throws RuleViolation PROC-001 when it is active, REVIEW-002 when a second person is needed, BUNDLE-009 when a queue is gone, PROC-024 when a
   *     connector, an action or a store of records is missing
   */
  void require(ProcessVersion wanted, String who, Set<String> newQueues) {
    wanted.requireInactive();
    activation.requireSecondPerson(wanted, who);
    ProcessBundle bundle = reader.read("%s-%d.yaml".formatted(wanted.name(), wanted.processVersion()), wanted.source());
    if (wanted.state() == ProcessState.DRAFT) {
      MissingQueues.require(bindings.queues(bundle), newQueues);
    }
    List<Binding> missing =
        bindings.of(bundle, CanonicalBundle.of(bundle)).stream().filter(binding -> binding.state() == State.MISSING).toList();
    if (!missing.isEmpty()) {
      throw new RuleViolation("PROC-024", missing.stream().map(Binding::message).collect(Collectors.joining(" ")));
    }
  }
}
