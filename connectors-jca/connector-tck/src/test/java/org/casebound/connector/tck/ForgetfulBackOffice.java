package org.casebound.connector.tck;

import java.util.HashMap;
import java.util.Map;
import org.casebound.connector.api.IdempotencyKey;

/** A back office in memory, as the bad connector sees it: without the key it can not recognise a repeated call. */
final class ForgetfulBackOffice {
  enum Mood { FINE, REFUSING, BUSY, LATE, BREAKING, NOWHERE }

  private final Map<IdempotencyKey, Integer> effects = new HashMap<>();
  private Mood mood;

  ForgetfulBackOffice(Mood mood) {
    this.mood = mood;
  }

  void apply(IdempotencyKey key) {
    effects.merge(key, 1, Integer::sum);
  }

  int effects(IdempotencyKey key) {
    return effects.getOrDefault(key, 0);
  }

  Mood mood() {
    return mood;
  }

  void be(Mood given) {
    mood = given;
  }
}
