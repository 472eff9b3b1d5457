package org.casebound.domain.catalog;

/** Names that files of requests may have. */
public final class FileName {
  /** Characters at most. */
  public static final int LONGEST = 255;

  private FileName() {}

  /** Whether the name has 1 to {@value #LONGEST} characters, is not blank, and nothing in it is a control character. */
  public static boolean fits(String name) {
    return !name.isBlank() && name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl);
  }
}
