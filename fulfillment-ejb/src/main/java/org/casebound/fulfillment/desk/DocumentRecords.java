package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.catalog.Document;
import org.casebound.fulfillment.action.FieldMatch;
import org.casebound.fulfillment.action.RecordStore;
import org.casebound.fulfillment.persistence.CaseRepository;

/** The documents of the flow's case, without their bytes, for flows. */
@Named("document")
@ApplicationScoped
public class DocumentRecords implements RecordStore {
  private static final Set<String> FIELDS = Set.of("id", "requirement", "name", "mediaType", "scanState");

  @Inject private CaseRepository cases;

  @Override
  public List<Map<String, Object>> find(CaseInHand asking, Map<String, Object> where, int limit) {
    List<Map<String, Object>> all = cases.documentsOf(asking.caseId()).stream().map(DocumentRecords::map).toList();
    return FieldMatch.of(all, where, limit, FIELDS);
  }

  @Override
  public Object create(CaseInHand asking, Map<String, Object> values) {
    throw FieldMatch.readOnly("document");
  }

  @Override
  public void update(CaseInHand asking, Object key, Map<String, Object> values) {
    throw FieldMatch.readOnly("document");
  }

  private static Map<String, Object> map(Document document) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", document.id());
    map.put("requirement", document.requirement());
    map.put("name", document.name());
    map.put("mediaType", document.mediaType());
    map.put("bytes", document.bytes());
    map.put("sha256", document.sha256());
    map.put("scanState", document.scanState().name());
    map.put("uploadedAt", document.uploadedAt().toString());
    return map;
  }
}
