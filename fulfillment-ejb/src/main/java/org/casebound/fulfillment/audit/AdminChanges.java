package org.casebound.fulfillment.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.casebound.fulfillment.persistence.AdminChangeRepository;

/** Keeps changes of administration, each in the transaction that makes it: one without the other is not possible. */
@Dependent
public class AdminChanges {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  @Inject private AdminChangeRepository changes;
  @Inject private Clock clock;

  /**
   * Keeps a change; nothing when before and after are the same. Call it when all else is done: what was changed so far is sent to the database first,
   * and others who change something wait from here on until the transaction ends.
   *
   * @param who a user, or the system
   * @param subject what was changed, at most 255 characters
   * @param before what it was: names, numbers, times and flags, nothing that people write freely; empty when there was nothing
   * @param after what it is now; empty when there is nothing any more
   */
  public void keep(String who, AdminChangeKind kind, String subject, Map<String, ?> before, Map<String, ?> after) {
    String was = json(before);
    String is = json(after);
    if (!was.equals(is)) {
      changes.add(changes.lockHead().append(clock.instant(), who, kind, subject, was, is));
    }
  }

  private static String json(Map<String, ?> facts) {
    try {
      return facts.isEmpty() ? "" : JSON.writeValueAsString(new TreeMap<>(facts));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("facts that JSON can not say", notJson);
    }
  }
}
