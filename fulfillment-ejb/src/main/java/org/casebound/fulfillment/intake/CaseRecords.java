package org.casebound.fulfillment.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.action.FieldMatch;
import org.casebound.fulfillment.action.RecordStore;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.CaseListRepository;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Cases, for flows: finds them by number, or by requester, queue and status, newest first, and files requests. */
@Named("case")
@ApplicationScoped
public class CaseRecords implements RecordStore {
  /** How many filings of one transaction may lie in each other. */
  private static final int MAX_DEPTH = 16;

  private static final Set<String> FIELDS = Set.of("number", "requester", "queue", "status");
  private static final Set<String> OWN = Set.of("process", "subject", "requester");

  @Inject private CaseRepository cases;
  @Inject private CaseListRepository lists;
  @Inject private CaseFiling filing;
  @Inject private RequestCheck check;
  @Inject private ProcessCatalog catalog;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Override
  public List<Map<String, Object>> find(CaseInHand asking, Map<String, Object> where, int limit) {
    FieldMatch.requireKnown(where, FIELDS);
    if (where.containsKey("number")) {
      return CaseNumber.parse(text(where, "number"))
          .flatMap(number -> cases.find(number.id()))
          .map(found -> FieldMatch.of(List.of(map(found)), where, limit, FIELDS))
          .orElse(List.of());
    }
    if (!where.containsKey("requester") && !where.containsKey("queue")) {
      throw new RuleViolation("RECORD-006", "Cases are found by number, requester or queue; name one of them.");
    }
    Optional<Owner> owner = Optional.ofNullable(where.get("queue")).map(String::valueOf).map(Owner::queue);
    Optional<String> requester = Optional.ofNullable(where.get("requester")).map(String::valueOf);
    Optional<CaseStatus> status = where.containsKey("status") ? Optional.of(status(text(where, "status"))) : Optional.empty();
    CaseListRepository.Visible everything = new CaseListRepository.Visible(true, Set.of(), "");
    return lists
        .list(everything, filter(status, owner, requester, limit))
        .stream()
        .map(CaseRecords::map)
        .toList();
  }

  private static CaseListRepository.Filter filter(
      Optional<CaseStatus> status, Optional<Owner> owner, Optional<String> requester, int limit) {
    return new CaseListRepository.Filter(
        status, owner, requester, Optional.empty(), false, false, false, Optional.empty(), Optional.empty(), Long.MAX_VALUE, limit);
  }

  private static CaseStatus status(String name) {
    return Arrays.stream(CaseStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new RuleViolation("RECORD-003", "'%s' is no status of a case.".formatted(name)));
  }

  /** Files a request: {@code process}, {@code subject} and {@code requester}, and an attribute by each other name. */
  @Override
  public Object create(CaseInHand asking, Map<String, Object> values) {
    Map<String, Object> attributes = new LinkedHashMap<>(values);
    attributes.keySet().removeAll(OWN);
    String requester = values.containsKey("requester") ? text(values, "requester") : asking.requester();
    ServiceRequest request =
        new ServiceRequest(
            text(values, "process"),
            Optional.ofNullable(values.get("subject")).map(String::valueOf),
            Optional.of(requester),
            attributes,
            List.of());
    Caller caller = Caller.seeingEverything(asking.actor());
    requireValid(request, caller);
    int depth = transaction.getResource(CaseRecords.class) instanceof Integer nested ? nested : 0;
    if (depth >= MAX_DEPTH) {
      throw new RuleViolation("RECORD-004", "Flows file cases that file cases without end; mend their conditions.");
    }
    transaction.putResource(CaseRecords.class, depth + 1);
    try {
      return filing.file(request, requester, caller).caseNumber();
    } finally {
      transaction.putResource(CaseRecords.class, depth);
    }
  }

  /** Checked before it is filed: a refusal of the filing itself would take the flow's transaction with it. */
  private void requireValid(ServiceRequest request, Caller caller) {
    try {
      check.check(
          catalog
              .active(request.process())
              .orElseThrow(
                  () -> new RuleViolation("RECORD-005", "There is no active process '%s'.".formatted(request.process())))
              .process(),
          request,
          caller);
    } catch (RequestRefused refused) {
      throw new RuleViolation(
          "RECORD-005",
          refused.problems().stream()
              .map(problem -> problem.pointer() + ": " + problem.message())
              .collect(Collectors.joining(" ")));
    }
  }

  @Override
  public void update(CaseInHand asking, Object key, Map<String, Object> values) {
    throw FieldMatch.readOnly("case");
  }

  private static String text(Map<String, Object> values, String name) {
    return String.valueOf(values.getOrDefault(name, ""));
  }

  private static Map<String, Object> map(Case found) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("number", found.number().toString());
    map.put("process", found.processName());
    map.put("subject", found.subject());
    map.put("status", found.status().name());
    map.put("priority", found.priority().name());
    map.put("requester", found.requester());
    map.put("queue", found.owner().kind() == Owner.Kind.QUEUE ? found.owner().name() : "");
    map.put("createdAt", found.createdAt().toString());
    return map;
  }
}
