package org.casebound.fulfillment.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.casebound.fulfillment.library.ImportPlan.Difference;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  @Test
  void equalTextsHaveNone() {
    assertThat(Differences.between("{\"a\":[1,{\"b\":2}]}", "{\"a\":[1,{\"b\":2}]}")).isEmpty();
  }

  @Test
  void findsNamedItemsWhereverTheyStand() {
    String before = "{\"flows\":[{\"name\":\"Block\",\"timeout\":\"PT5S\"},{\"name\":\"Old\"}]}";
    String after = "{\"flows\":[{\"name\":\"New\"},{\"name\":\"Block\",\"timeout\":\"PT9S\"}]}";
    assertThat(Differences.between(before, after))
        .containsExactly(
            new Difference("flows[Block].timeout", Optional.of("\"PT5S\""), Optional.of("\"PT9S\"")),
            new Difference("flows[Old]", Optional.of("{\"name\":\"Old\"}"), Optional.empty()),
            new Difference("flows[New]", Optional.empty(), Optional.of("{\"name\":\"New\"}")));
  }

  @Test
  void takesListsWithoutNamesAsAWhole() {
    assertThat(Differences.between("{\"days\":[1,2]}", "{\"days\":[2,1]}"))
        .containsExactly(new Difference("days", Optional.of("[1,2]"), Optional.of("[2,1]")));
    assertThat(Differences.between("{\"x\":[{\"name\":\"a\"},{\"name\":\"a\"}]}", "{\"x\":[{\"name\":\"a\"}]}")).hasSize(1);
  }

  @Test
  void cutsLongTexts() {
    Difference found = Differences.between("{\"a\":\"\"}", "{\"a\":\"" + "x".repeat(5000) + "\"}").get(0);
    assertThat(found.after().orElseThrow()).hasSize(200).endsWith("…");
  }
}
