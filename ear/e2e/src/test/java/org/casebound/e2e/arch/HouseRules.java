package org.casebound.e2e.arch;

import java.util.List;
import java.util.stream.Stream;

/** All rules, for the code below a base package. */
final class HouseRules {

  private HouseRules() {}

  /** The rules of the packages {@code <base>.domain}, {@code <base>.fulfillment}, {@code <base>.connector}, {@code <base>.web}. */
  static List<HouseRule> of(String base) {
    return Stream.of(new DependencyRules(base).all(), new DomainRules(base).all(), new BeanRules(base).all(), new CodeRules(base).all())
        .flatMap(List::stream)
        .toList();
  }
}
