package org.casebound.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class CaseNumberPropertyTest {
  @Property(tries = 300)
  void aNumberIsReadAsTheIdItWasWrittenFrom(@ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long id) {
    assertThat(CaseNumber.parse(new CaseNumber(id).toString())).contains(new CaseNumber(id));
  }

  @Property(tries = 300)
  void anyTextIsReadAsANumberOrAsNone(@ForAll String text) {
    CaseNumber.parse(text).ifPresent(number -> assertThat(number.id()).isPositive());
  }

  @Example
  void textsThatAreNoNumbersAreNone() {
    assertThat(List.of("", "C-", "C-0000051", "C-00000000", "c-00000051", "C-00000051x", "C-9999999999999999999", "C-٠٠٠٠٠٠٥١"))
        .allMatch(text -> CaseNumber.parse(text).isEmpty());
    assertThat(CaseNumber.parse(" C-00000051 ")).contains(new CaseNumber(51));
  }

  @Example
  void anIdThatIsNotPositiveHasNone() {
    assertThatThrownBy(() -> new CaseNumber(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
