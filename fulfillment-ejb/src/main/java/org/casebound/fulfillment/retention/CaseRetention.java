package org.casebound.fulfillment.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.shared.Sensitivity;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.persistence.CaseErasure;
import org.casebound.fulfillment.persistence.CasePurge;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RetentionCounts;
import org.casebound.fulfillment.persistence.RetentionRepository;
import org.casebound.fulfillment.retention.DueCases.Action;
import org.casebound.fulfillment.retention.DueCases.Demand;
import org.casebound.fulfillment.retention.DueCases.DueCase;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Erases and purges cases in the caller's transaction, which also counts them in the run. */
@Dependent
public class CaseRetention {
  private static final Set<Sensitivity> ERASED = Set.of(Sensitivity.PERSONAL, Sensitivity.SECRET);

  @Inject private RetentionRepository retention;
  @Inject private RetentionCounts counts;
  @Inject private CaseErasure erasure;
  @Inject private CasePurge purge;
  @Inject private ProcessCatalog catalog;
  @Inject private CaseHistory history;
  @Inject private NewRecords records;
  @Inject private Clock clock;

  /**
   * Does to the cases what is to be done; those that were reopened or are held meanwhile are left alone.
   *
   * @throws StaleRecord RETAIN-006 when the run was handed to another runner; the chunk is taken back
   */
  public void apply(long runId, int runner, List<DueCase> due) {
    RetentionRun run =
        retention
            .run(runId)
            .filter(found -> found.isRunBy(runner))
            .orElseThrow(() -> new StaleRecord("RETAIN-006", "Runner %d may not go on with run %d.".formatted(runner, runId)));
    Map<Demand, List<Long>> byDemand =
        due.stream().collect(Collectors.groupingBy(DueCase::demand, Collectors.mapping(DueCase::id, Collectors.toList())));
    int erased = 0;
    int purged = 0;
    for (Map.Entry<Demand, List<Long>> entry : byDemand.entrySet()) {
      List<Long> ids = retention.lockDue(entry.getKey(), entry.getValue());
      if (ids.isEmpty()) {
        continue;
      }
      if (entry.getKey().action() == Action.PURGE) {
        purge.delete(ids);
        counts.add(entry.getKey().process(), 0, ids.size());
        purged += ids.size();
      } else {
        erase(ids);
        counts.add(entry.getKey().process(), ids.size(), 0);
        erased += ids.size();
      }
    }
    run.advance(erased, purged, clock.instant());
    records.save();
  }

  private void erase(List<Long> ids) {
    Instant now = clock.instant();
    erasure.eraseBesides(ids);
    Map<Long, Case> cases = retention.cases(ids).stream().collect(Collectors.toMap(Case::id, found -> found));
    for (ServiceCatalogRequest request : retention.requests(ids)) {
      Case erased = cases.get(request.caseId());
      ServiceProcessDefinition process = catalog.require(erased.processName(), erased.processVersion()).process();
      request.change(Map.of(), namesOf(process));
      erased.rename(process.label());
      history.remark(erased, HistoryEntry.SYSTEM, "Personal data erased: its time was over.", now);
      retention.erased(erased.id(), now);
    }
  }

  private static Set<String> namesOf(ServiceProcessDefinition process) {
    return process.attributes().stream()
        .filter(attribute -> ERASED.contains(attribute.sensitivity()))
        .map(AttributeDefinition::name)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
