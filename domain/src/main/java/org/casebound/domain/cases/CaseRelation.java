package org.casebound.domain.cases;

/** What a case is to another one. */
public enum CaseRelation {
  RELATED,
  FOLLOW_UP_OF,
  FOLLOWED_BY,
  DUPLICATE_OF,
  DUPLICATED_BY;

  /** What the other one is to it. */
  public CaseRelation inverse() {
    return switch (this) {
      case RELATED -> RELATED;
      case FOLLOW_UP_OF -> FOLLOWED_BY;
      case FOLLOWED_BY -> FOLLOW_UP_OF;
      case DUPLICATE_OF -> DUPLICATED_BY;
      case DUPLICATED_BY -> DUPLICATE_OF;
    };
  }
}
