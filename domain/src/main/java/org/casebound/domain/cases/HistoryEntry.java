package org.casebound.domain.cases;

import java.time.Instant;

/**
 * One change of state: who, what, when, from, to, why. Written once, never changed.
 *
 * @param actor user name, or {@link #SYSTEM}
 * @param name API name of the flow, stage, step, milestone or attribute; number of the case, or of the other one of a link; id of the message or document
 * @param fromState empty for something new; at most 255 characters, what is longer is cut off
 * @param toState at most 255 characters, what is longer is cut off
 * @param why reason in words; empty when the change speaks for itself; at most 4000 characters, what is longer is cut off
 */
public record HistoryEntry(
    long caseId, Instant happenedAt, String actor, Subject subject, String name, String fromState, String toState, String why) {
  /** Actor of changes that no person made. */
  public static final String SYSTEM = "system";

  private static final int MAX_STATE = 255;
  private static final int MAX_WHY = 4000;

  /** What changed. */
  public enum Subject {
    CASE,
    REQUEST,
    MILESTONE,
    FLOW,
    STAGE,
    STEP,
    WORK_ITEM,
    MESSAGE,
    DOCUMENT,
    LINK
  }

  public HistoryEntry {
    fromState = cut(fromState, MAX_STATE);
    toState = cut(toState, MAX_STATE);
    why = cut(why, MAX_WHY);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
