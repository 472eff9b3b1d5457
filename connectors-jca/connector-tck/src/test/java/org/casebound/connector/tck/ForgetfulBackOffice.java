package org.casebound.connector.tck;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.casebound.connector.api.IdempotencyKey;

/** A back office in memory, as the bad connector sees it: without the key it can not recognise a repeated call. */
final class ForgetfulBackOffice {
  enum Mood { FINE, REFUSING, BUSY, LATE, BREAKING, NOWHERE, DRIFTING, DENYING }

  private final Map<IdempotencyKey, Integer> effects = new ConcurrentHashMap<>();
  private volatile Mood mood;
  private boolean answerUnderway;

  ForgetfulBackOffice(Mood mood) {
    this.mood = mood;
  }

  void apply(IdempotencyKey key) {
    effects.merge(key, 1, Integer::sum);
  }

  int effects(IdempotencyKey key) {
    return effects.getOrDefault(key, 0);
  }

  /** The caller goes before the answer to its call comes. */
  void leaveAnswerUnderway() {
    answerUnderway = true;
  }

  /** Whether the answer to a former call lies there. */
  boolean takeAnswerUnderway() {
    boolean there = answerUnderway;
    answerUnderway = false;
    return there;
  }

  Mood mood() {
    return mood;
  }

  void be(Mood given) {
    mood = given;
  }
}
