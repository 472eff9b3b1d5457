package org.casebound.connector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.connector.api.Shape.Member;
import org.junit.jupiter.api.Test;

class ShapeTest {
  private static final Member NAME = new Member("name", Set.of(ValueType.TEXT), true);
  private static final Member AMOUNT = new Member("amount", ValueType.SCALAR, false);
  private static final Shape CLOSED = Shape.of(NAME, AMOUNT);

  @Test
  void isHadByWhatHasWhatIsRequiredAndNothingElse() {
    assertThat(CLOSED.misfits(Map.of("name", "x"))).isEmpty();
    assertThat(CLOSED.misfits(Map.of("name", "x", "amount", new BigDecimal("1.5")))).isEmpty();
    assertThat(CLOSED.misfits(Map.of("amount", true))).containsExactly("'name' is missing.");
    assertThat(CLOSED.misfits(Map.of("name", "x", "other", 1L))).containsExactly("'other' is not known.");
    assertThat(CLOSED.misfits(Map.of("name", 1L))).containsExactly("'name' is no text.");
    assertThat(CLOSED.misfits(Map.of("name", "x", "amount", List.of()))).containsExactly("'amount' is no text or number or boolean.");
  }

  @Test
  void mayBeOpenForOthers() {
    Shape open = new Shape(List.of(NAME), true);
    assertThat(open.misfits(Map.of("name", "x", "other", Map.of()))).isEmpty();
    assertThat(open.misfits(Map.of("other", Map.of()))).containsExactly("'name' is missing.");
    assertThat(Shape.ANY.misfits(Map.of("other", Map.of()))).isEmpty();
    assertThat(Shape.ANY.mayHave("other")).isTrue();
    assertThat(CLOSED.mayHave("other")).isFalse();
  }

  @Test
  void hasMembersWithNamesAndTypes() {
    assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(NAME, NAME)).withMessageContaining("one name");
    assertThatIllegalArgumentException().isThrownBy(() -> new Member(" ", ValueType.ANY, true));
    assertThatIllegalArgumentException().isThrownBy(() -> new Member("x", Set.of(), true));
    assertThat(new Member("x", ValueType.ANY, true).typesInWords()).isEqualTo("any value");
  }
}
