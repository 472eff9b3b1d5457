package org.casebound.e2e.incontainer.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.casebound.fulfillment.action.RecordStore;

/** Records that live as long as the server. */
@Named("e2e_ledger")
@ApplicationScoped
public class Ledger implements RecordStore {
  private final Map<Long, Map<String, Object>> lines = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  @Override
  public List<Map<String, Object>> find(CaseInHand asking, Map<String, Object> where, int limit) {
    return lines.values().stream().filter(line -> line.entrySet().containsAll(where.entrySet())).limit(limit).toList();
  }

  @Override
  public Object create(CaseInHand asking, Map<String, Object> values) {
    long id = last.incrementAndGet();
    lines.put(id, Map.copyOf(values));
    return id;
  }

  @Override
  public void update(CaseInHand asking, Object key, Map<String, Object> values) {
    lines.computeIfPresent(
        ((Number) key).longValue(),
        (id, line) -> {
          Map<String, Object> changed = new HashMap<>(line);
          changed.putAll(values);
          return Map.copyOf(changed);
        });
  }
}
