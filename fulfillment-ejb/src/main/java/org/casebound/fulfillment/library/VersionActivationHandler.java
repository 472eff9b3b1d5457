package org.casebound.fulfillment.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.definition.ProcessVersion;
import org.casebound.domain.definition.ScheduledActivation;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.notice.Notices;
import org.casebound.fulfillment.persistence.ActivationRepository;
import org.casebound.fulfillment.persistence.ProcessRepository;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.studio.OpenActivations;

/**
 * Makes a version active when its time has come, or says why it can not be: then the process keeps the one that it has, and a person decides. The
 * nodes notice a new active version when they look for it, a few seconds later.
 */
@ApplicationScoped
public class VersionActivationHandler implements DueTaskHandler {
  @Inject private ActivationRepository activations;
  @Inject private ProcessRepository processes;
  @Inject private ActivationCheck check;
  @Inject private VersionActivation activation;
  @Inject private Notices notices;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.VERSION_ACTIVATION;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    activations
        .lock(task.subjectId())
        .filter(ScheduledActivation::isWaiting)
        .ifPresent(waiting -> take(waiting, newQueues(task), now));
  }

  private void take(ScheduledActivation waiting, Set<String> newQueues, Instant now) {
    ProcessVersion wanted = processes.find(waiting.processName(), waiting.processVersion()).orElseThrow();
    Optional<String> obstacle = obstacle(wanted, waiting.scheduledBy(), newQueues);
    if (obstacle.isPresent()) {
      refuse(waiting, wanted, obstacle.get(), now);
    } else {
      waiting.take(HistoryEntry.SYSTEM, now);
      activations.flush();
      activation.activate(wanted, waiting.scheduledBy(), why(waiting), now);
      FulfillmentLog.LOG.versionInForce(waiting.processName(), waiting.processVersion(), waiting.scheduledBy());
    }
  }

  private Optional<String> obstacle(ProcessVersion wanted, String who, Set<String> newQueues) {
    try {
      check.require(wanted, who, newQueues);
      return Optional.empty();
    } catch (RuleViolation refused) {
      return Optional.of("%s: %s".formatted(refused.code(), refused.getMessage()));
    } catch (BundleRefused refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  private void refuse(ScheduledActivation waiting, ProcessVersion wanted, String obstacle, Instant now) {
    waiting.refuse(obstacle);
    FulfillmentLog.LOG.versionNotInForce(waiting.processName(), waiting.processVersion(), obstacle);
    Stream.of(waiting.scheduledBy(), wanted.publishedBy())
        .filter(person -> !person.equals(HistoryEntry.SYSTEM))
        .distinct()
        .forEach(
            person ->
                notices.tellOfProcess(
                    waiting.processName(),
                    person,
                    "Version %d of process %s did not come into force".formatted(waiting.processVersion(), waiting.processName()),
                    "The process keeps the version that it has. Mend this, then activate it: %s".formatted(obstacle),
                    now));
  }

  private static String why(ScheduledActivation waiting) {
    String scheduled = "scheduled for %s".formatted(waiting.effectiveAt());
    return waiting.reason().isEmpty() ? scheduled : "%s: %s".formatted(scheduled, waiting.reason());
  }

  private static Set<String> newQueues(DueTask task) {
    return ((List<?>) task.data().asMap().getOrDefault(OpenActivations.NEW_QUEUES, List.of()))
        .stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}
