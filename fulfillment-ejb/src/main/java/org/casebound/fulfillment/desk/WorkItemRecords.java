package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.action.FieldMatch;
import org.casebound.fulfillment.action.RecordStore;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/** The work items of the flow's case, for flows. */
@Named("workItem")
@ApplicationScoped
public class WorkItemRecords implements RecordStore {
  private static final Set<String> FIELDS = Set.of("id", "step", "queue", "assignee", "state", "priority", "outcome");

  @Inject private WorkItemRepository items;

  @Override
  public List<Map<String, Object>> find(CaseInHand asking, Map<String, Object> where, int limit) {
    List<Map<String, Object>> all = items.ofCase(asking.caseId()).stream().map(WorkItemRecords::map).toList();
    return FieldMatch.of(all, where, limit, FIELDS);
  }

  @Override
  public Object create(CaseInHand asking, Map<String, Object> values) {
    throw FieldMatch.readOnly("work item");
  }

  @Override
  public void update(CaseInHand asking, Object key, Map<String, Object> values) {
    throw FieldMatch.readOnly("work item");
  }

  private static Map<String, Object> map(WorkItem item) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", item.id());
    map.put("step", item.stepName());
    map.put("label", item.label());
    map.put("queue", item.queue());
    map.put("assignee", item.assignee().orElse(""));
    map.put("state", item.state().name());
    map.put("priority", item.priority().name());
    map.put("outcome", item.answer().outcome().orElse(""));
    map.put("comment", item.answer().comment().orElse(""));
    map.put("data", item.answer().data().asMap());
    map.put("createdAt", item.createdAt().toString());
    return map;
  }
}
