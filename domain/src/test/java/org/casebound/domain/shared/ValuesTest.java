package org.casebound.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void addingAndReplacingLeavesTheOriginalAlone() {
    Values before = new Values(Map.of("a", 1L));
    assertThat(before.with(Map.of("a", 2L, "b", 3L)).asMap()).isEqualTo(Map.of("a", 2L, "b", 3L));
    assertThat(before.asMap()).isEqualTo(Map.of("a", 1L));
  }

  @Test
  void takingAwayLeavesTheOriginalAlone() {
    Values before = new Values(Map.of("a", 1L, "b", 2L));
    assertThat(before.without(Set.of("a", "c")).asMap()).isEqualTo(Map.of("b", 2L));
    assertThat(before.asMap()).hasSize(2);
  }

  @Test
  void sayTheirListsAsTexts() {
    Values values = new Values(Map.of("list", List.of("a", 2L), "none", List.of(), "text", "no list"));
    assertThat(values.asTexts()).isEqualTo(Map.of("list", List.of("a", "2"), "none", List.of(), "text", List.of()));
  }

  @Test
  void keepTheOrderInWhichTheyWereGiven() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("z", 1L);
    given.put("a", 2L);
    assertThat(new Values(given).asMap().keySet()).containsExactly("z", "a");
  }

  @Test
  void canNotBeChangedFromOutside() {
    Map<String, Object> given = new LinkedHashMap<>(Map.of("a", 1L));
    Values values = new Values(given);
    given.put("b", 2L);
    assertThat(values.asMap()).containsOnlyKeys("a");
    assertThatThrownBy(() -> values.asMap().put("c", 3L)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void sayTheSameWhateverTypesTheirNumbersHave() {
    Values one = new Values(Map.of("sum", 5, "rows", List.of(Map.of("rate", 1.50d))));
    assertThat(one.saysTheSameAs(new Values(Map.of("sum", 5L, "rows", List.of(Map.of("rate", new BigDecimal("1.5"))))))).isTrue();
    assertThat(one.saysTheSameAs(new Values(Map.of("sum", 6, "rows", List.of(Map.of("rate", 1.5d)))))).isFalse();
    assertThat(one.saysTheSameAs(new Values(Map.of("sum", 5)))).isFalse();
    assertThat(one.saysTheSameAs(new Values(Map.of("sum", "5", "rows", List.of())))).isFalse();
  }
}
