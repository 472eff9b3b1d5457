package org.casebound.fulfillment.action;

import java.util.List;
import java.util.Map;

/**
 * Records that flows find, create and change: a CDI bean whose {@code @Named} name is the kind of record that definitions use. It
 * works in the flow's transaction, on the same database; it calls no other system. Thread-safe.
 *
 * <p>Values are what JSON can say: text, Boolean, Long, BigDecimal, List and Map.
 */
public interface RecordStore {
  /**
   * Finds records.
   *
   * @param where values that fields must have
   * @param limit most records, 1 to 100
   * @throws org.casebound.domain.shared.RuleViolation to refuse; the flow takes the fault path of the element
   */
  List<Map<String, Object>> find(CaseInHand asking, Map<String, Object> where, int limit);

  /**
   * Creates a record.
   *
   * @return its identity
   * @throws org.casebound.domain.shared.RuleViolation to refuse; the flow takes the fault path of the element
   */
  Object create(CaseInHand asking, Map<String, Object> values);

  /**
   * Changes a record.
   *
   * @param key its identity
   * @throws org.casebound.domain.shared.RuleViolation to refuse; the flow takes the fault path of the element
   */
  void update(CaseInHand asking, Object key, Map<String, Object> values);

  /**
   * The case whose flow asks.
   *
   * @param actor who or what moved the flow on
   */
  record CaseInHand(long caseId, String number, String requester, String actor) {}
}
