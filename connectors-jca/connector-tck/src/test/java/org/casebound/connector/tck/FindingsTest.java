package org.casebound.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebound.connector.api.ConformanceLevel;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

  @Test
  void whoMissesNothingReachesTheHighestLevel() {
    findings.passed();
    assertThat(findings.level()).isEqualTo(ConformanceLevel.VERIFIABLE);
    assertThat(findings.text()).isEmpty();
  }

  @Test
  void aMissedCheckLeavesTheLevelBelowIt() {
    findings.missed("verifies", ConformanceLevel.VERIFIABLE);
    assertThat(findings.level()).isEqualTo(ConformanceLevel.REPEATABLE);
    findings.missed("repeats", ConformanceLevel.REPEATABLE);
    assertThat(findings.level()).isEqualTo(ConformanceLevel.HONEST);
    findings.missed("is honest", ConformanceLevel.HONEST);
    assertThat(findings.level()).isEqualTo(ConformanceLevel.UNPROVEN);
    assertThat(findings.seen()).isEqualTo(3);
    assertThat(findings.text()).contains("needed for HONEST: is honest", "needed for VERIFIABLE: verifies");
  }

  @Test
  void aHigherLevelDoesNotMakeUpForAMissedOne() {
    findings.missed("is honest", ConformanceLevel.HONEST);
    findings.passed();
    assertThat(findings.level()).isEqualTo(ConformanceLevel.UNPROVEN);
  }
}
