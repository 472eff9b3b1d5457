package org.casebound.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseLinkTest {
  private static final CaseNumber OLDER = new CaseNumber(51);
  private static final CaseNumber NEWER = new CaseNumber(52);

  @ParameterizedTest
  @EnumSource
  void saysTheSameFromEitherSide(CaseRelation relation) {
    assertThat(relation.inverse().inverse()).isEqualTo(relation);
    for (CaseLink link : new CaseLink[] {link(OLDER, relation, NEWER, ""), link(NEWER, relation.inverse(), OLDER, "")}) {
      assertThat(link.relationOf(OLDER)).isEqualTo(relation);
      assertThat(link.relationOf(NEWER)).isEqualTo(relation.inverse());
    }
  }

  @Test
  void onlyRelatedCasesAreTheSameToEachOther() {
    assertThat(CaseRelation.values()).filteredOn(relation -> relation.inverse() == relation).containsExactly(CaseRelation.RELATED);
  }

  @Test
  void linksNoCaseWithItself() {
    assertRefused("LINK-001", () -> link(OLDER, CaseRelation.RELATED, new CaseNumber(51), ""));
  }

  @Test
  void hasAReasonOfAtMostAThousandCharactersWithoutTheSpacesAroundIt() {
    assertThat(link(OLDER, CaseRelation.RELATED, NEWER, " same flat \n").reason()).isEqualTo("same flat");
    assertThat(link(OLDER, CaseRelation.RELATED, NEWER, " " + "x".repeat(1000)).reason()).hasSize(1000);
    assertRefused("LINK-003", () -> link(OLDER, CaseRelation.RELATED, NEWER, "x".repeat(1001)));
  }

  private static CaseLink link(CaseNumber about, CaseRelation relation, CaseNumber other, String reason) {
    return new CaseLink(7, about, relation, other, reason, "agent", Cases.FILED);
  }

  private static void assertRefused(String code, Runnable command) {
    assertThatThrownBy(command::run).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
