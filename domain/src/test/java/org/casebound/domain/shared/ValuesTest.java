package org.casebound.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
}
