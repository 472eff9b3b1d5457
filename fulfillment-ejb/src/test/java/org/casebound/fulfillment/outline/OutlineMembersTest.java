package org.casebound.fulfillment.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Inputs, outputs and other values that have names of their own are fields of their line. */
class OutlineMembersTest {
  private static final String TEXT =
      """
      flows:
        - name: F
          elements:
            - action: printer   # upstairs
              input: { text: case.subject }
            - assign: { total: vars.total + 1 }
      integrations:
        - name: Bank
          connector: java:/eis/Bank
          operation: POST /x
          inputs: [account]
          outputs:
            booking: reply.id
            remark: { from: /remark, default: "''" }
      """;

  private static OutlineLine line(String text, String pointer) {
    return BundleOutline.of(text).stream().filter(line -> line.pointer().equals(pointer)).findFirst().orElseThrow();
  }

  private static Map<String, String> values(String text, String pointer) {
    return BundleOutline.values(text, line(text, pointer)).entrySet().stream()
        .filter(entry -> entry.getKey().path().contains("/"))
        .collect(Collectors.toMap(entry -> entry.getKey().path(), Map.Entry::getValue));
  }

  @Test
  void areShown() {
    assertThat(values(TEXT, "/flows/0/elements/0")).containsExactly(Map.entry("input/text", "case.subject"));
    assertThat(values(TEXT, "/flows/0/elements/1")).containsExactly(Map.entry("assign/total", "vars.total + 1"));
    assertThat(values(TEXT, "/integrations/0"))
        .containsOnly(
            Map.entry("outputs/booking", "reply.id"),
            Map.entry("outputs/remark/from", "/remark"),
            Map.entry("outputs/remark/value", ""),
            Map.entry("outputs/remark/default", "''"));
  }

  @Test
  void areAddedToTheirMapWhichIsMadeWhereItIsMissing() {
    OutlineLine printer = line(TEXT, "/flows/0/elements/0");
    String added = OutlineMembers.add(TEXT, printer, "output", "letter", "reply.id");
    assertThat(values(added, printer.pointer())).containsOnly(Map.entry("input/text", "case.subject"), Map.entry("output/letter", "reply.id"));
    assertThat(added).contains("# upstairs");
    OutlineLine bank = line(added, "/integrations/0");
    assertThat(values(OutlineMembers.add(added, bank, "outputs", "fee", "reply.fee"), bank.pointer())).containsEntry("outputs/fee", "reply.fee");
  }

  @Test
  void goAwayAndTheirMapWithTheLast() {
    OutlineLine printer = line(TEXT, "/flows/0/elements/0");
    OutlineField text = BundleOutline.values(TEXT, printer).keySet().stream().filter(field -> field.path().equals("input/text")).findFirst().orElseThrow();
    assertThat(BundleOutline.change(TEXT, printer, text, "")).doesNotContain("input:").contains("- action: printer   # upstairs");
    OutlineLine assign = line(TEXT, "/flows/0/elements/1");
    OutlineField total = BundleOutline.values(TEXT, assign).keySet().stream().filter(field -> field.path().equals("assign/total")).findFirst().orElseThrow();
    assertThatThrownBy(() -> BundleOutline.change(TEXT, assign, total, "")).isInstanceOf(OutlineRefused.class).hasMessageContaining("text");
  }

  @Test
  void areRefusedWithoutANameOrAValueOrTwice() {
    OutlineLine bank = line(TEXT, "/integrations/0");
    assertThatThrownBy(() -> OutlineMembers.add(TEXT, bank, "outputs", "two words", "reply.id")).hasMessageContaining("'two words' is no name");
    assertThatThrownBy(() -> OutlineMembers.add(TEXT, bank, "outputs", "booking", "reply.id")).hasMessageContaining("'booking' is there already");
    assertThatThrownBy(() -> OutlineMembers.add(TEXT, bank, "outputs", "fee", " ")).hasMessageContaining("'fee' needs a value");
    assertThatThrownBy(() -> OutlineMembers.add(TEXT, bank, "input", "fee", "1")).isInstanceOf(OutlineRefused.class);
  }
}
