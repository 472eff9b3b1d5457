package org.casebound.fulfillment.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.StageTimeRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** What process owners see of how long their flows take. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class StageTimeDesk {
  /** Most flows that are looked at. */
  public static final int MOST_FLOWS = 500;

  @Inject private StageTimeRepository times;
  @Inject private DefinitionWords words;
  @Inject private ProcessCatalog catalog;

  /** How long the newest completed flows of a process took, at most {@value #MOST_FLOWS}. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public StageTimes of(String process) {
    List<Object[]> flows = times.completed(process, MOST_FLOWS);
    if (flows.isEmpty()) {
      return new StageTimes(0, List.of(), List.of());
    }
    Map<String, List<Duration>> stages = new LinkedHashMap<>();
    times
        .stages(flows.stream().map(row -> (Long) row[0]).toList())
        .forEach(row -> stages.computeIfAbsent((String) row[0], name -> new ArrayList<>()).add(between(row)));
    return new StageTimes(
        flows.size(),
        List.of(StageTimes.Line.of("", flows.stream().map(StageTimeDesk::between).toList())),
        stages.entrySet().stream().map(stage -> StageTimes.Line.of(label(process, stage.getKey()), stage.getValue())).toList());
  }

  private String label(String process, String stage) {
    return catalog.active(process).map(active -> words.stage(process, active.process().version(), stage)).orElse(stage);
  }

  private static Duration between(Object[] row) {
    return Duration.between((Instant) row[1], (Instant) row[2]);
  }
}
