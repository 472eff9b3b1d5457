package org.casebound.e2e.arch;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One rule of the house.
 *
 * @param id short name, R1 and on; the samples that break it live in the package {@code bad.<id in lower case>}
 * @param rule what is checked, with its reason
 */
record HouseRule(String id, ArchRule rule) {

  @Override
  public String toString() {
    return id + " " + rule.getDescription();
  }
}
