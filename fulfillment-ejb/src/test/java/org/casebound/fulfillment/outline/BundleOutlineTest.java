package org.casebound.fulfillment.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of every bundle that we have can be moved, changed and removed, and things added to it, without harm to the rest. */
class BundleOutlineTest {

  static List<Path> bundles() throws IOException {
    try (Stream<Path> demo = Files.list(Path.of("../ear/src/main/server/demo/bundles"));
        Stream<Path> tests = Files.list(Path.of("../ear/e2e/src/test/resources/bundles"))) {
      return Stream.concat(Stream.of(Path.of("src/test/resources/bundles/everything.yaml")), Stream.concat(demo, tests))
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void movesEachLineThereAndBack(Path file) throws IOException {
    String text = Files.readString(file);
    List<OutlineLine> lines = BundleOutline.of(text);
    assertThat(lines).isNotEmpty();
    for (OutlineLine line : lines) {
      if (!line.last()) {
        String moved = BundleEdit.move(text, line.pointer(), 1);
        assertThat(moved).isNotEqualTo(text);
        assertThat(BundleEdit.move(moved, behind(line.pointer()), -1)).as(line.pointer()).isEqualTo(text);
      }
    }
  }

  private static String behind(String pointer) {
    int slash = pointer.lastIndexOf('/') + 1;
    return pointer.substring(0, slash) + (Integer.parseInt(pointer.substring(slash)) + 1);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void addsAndRemovesBesideAndBelowEachLine(Path file) throws IOException {
    String text = Files.readString(file);
    List<OutlineLine> lines = BundleOutline.of(text);
    for (OutlineLine line : lines) {
      for (OutlineAddition addition : oneForEachList(OutlineAddition.of(lines, line))) {
        String added;
        try {
          added = addition.into(text);
        } catch (OutlineRefused oneWord) {
          assertThat(oneWord.code()).as("%s in %s", addition, line).isEqualTo("OUTLINE-002");
          assertThat(addition.list()).as("'next: end' is one word, and no list").endsWith("/next");
          continue;
        }
        assertThat(YamlText.of(added).find(addition.pointer())).isPresent();
        String removed = BundleEdit.remove(added, addition.pointer());
        assertThat(removed.lines().map(String::strip)).as("%s", addition).containsAll(comments(text));
        if (addition.index() > 0) {
          assertThat(removed.strip()).as("%s", addition).isEqualTo(text.strip());
        }
      }
    }
  }

  private static Collection<OutlineAddition> oneForEachList(List<OutlineAddition> additions) {
    return additions.stream().collect(Collectors.toMap(OutlineAddition::list, each -> each, (one, other) -> one)).values();
  }

  @Test
  void everythingThatCanBeAddedIsYaml() {
    for (OutlineChoice choice : OutlineChoice.values()) {
      assertThat(YamlValue.of(YamlText.of(YamlValue.block(choice.value(), 0)).root())).isEqualTo(YamlValue.plain(choice.value()));
    }
  }

  private static List<String> comments(String text) {
    return text.lines().map(String::strip).filter(line -> line.startsWith("#")).toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void changesEachFieldOfEachLine(Path file) throws IOException {
    String text = Files.readString(file);
    for (OutlineLine line : BundleOutline.of(text)) {
      for (Map.Entry<OutlineField, String> field : BundleOutline.values(text, line).entrySet()) {
        if (field.getValue().isEmpty()) {
          continue;
        }
        String value = field.getKey().kind() == OutlineField.Kind.NUMBER ? "7" : field.getKey().kind() == OutlineField.Kind.FLAG ? "true" : "It's: 'new'";
        String changed = BundleOutline.change(text, line, field.getKey(), value);
        assertThat(BundleOutline.values(changed, line)).as("%s of %s", field.getKey().path(), line.pointer()).containsEntry(field.getKey(), value);
        assertThat(changed.lines().map(String::strip)).containsAll(comments(text));
      }
    }
  }

  @Test
  void showsWhatLiesWhere() throws IOException {
    String text = Files.readString(Path.of("../ear/src/main/server/demo/bundles/address-update.yaml"));
    List<OutlineLine> lines = BundleOutline.of(text);
    assertThat(lines.get(0).kind()).isEqualTo(OutlineKind.PROCESS);
    assertThat(lines)
        .anySatisfy(
            line -> {
              assertThat(line.kind()).isEqualTo(OutlineKind.STEP);
              assertThat(line.what()).isEqualTo("interactive");
              assertThat(line.depth()).isEqualTo(2);
              assertThat(text.lines().skip(line.line() - 1L).findFirst().orElseThrow()).contains("- name: verify_proof");
            });
    assertThat(ConditionName.of(text)).extracting(ConditionName::path).contains("case.priority", "request.customerId", "steps.verify_proof.outcome");
  }

  @Test
  void buildsConditionsByRows() {
    ConditionName amount = new ConditionName("request.amount", ConditionName.Kind.NUMBER);
    ConditionName city = new ConditionName("request.city", ConditionName.Kind.TEXT);
    ConditionName cards = new ConditionName("request.cards", ConditionName.Kind.LIST);
    String one = new ConditionRow(amount, ConditionRow.Operator.MORE_THAN, " 1000 ").behind("", ConditionRow.Join.AND);
    assertThat(one).isEqualTo("request.amount > 1000");
    String two = new ConditionRow(city, ConditionRow.Operator.IS, "L'Aquila").behind(one, ConditionRow.Join.OR);
    assertThat(two).isEqualTo("request.amount > 1000 || request.city == 'L\\'Aquila'");
    assertThat(new ConditionRow(cards, ConditionRow.Operator.CONTAINS, "red").behind(two, ConditionRow.Join.AND))
        .isEqualTo("(request.amount > 1000 || request.city == 'L\\'Aquila') && 'red' in request.cards");
    assertThat(new ConditionRow(city, ConditionRow.Operator.HAS_NONE, "").cel()).isEqualTo("!has(request.city)");
    assertThatThrownBy(() -> new ConditionRow(amount, ConditionRow.Operator.IS, "much").cel()).isInstanceOf(OutlineRefused.class).hasMessageContaining("much");
  }

  @Test
  void inputsOfAnIntegrationAreLinesThatAreAddedAndChanged() {
    String text =
        """
        integrations:
          - name: Bank
            connector: java:/eis/Bank
            operation: POST /x
            inputs: [account]
        """;
    List<OutlineLine> lines = BundleOutline.of(text);
    assertThat(lines).extracting(OutlineLine::pointer).containsExactly("/integrations/0", "/integrations/0/inputs/0");
    String added =
        OutlineAddition.of(lines, lines.get(0)).stream().filter(each -> each.choice() == OutlineChoice.INPUT).findFirst().orElseThrow().into(text);
    OutlineLine input = BundleOutline.of(added).get(2);
    OutlineField sensitivity =
        BundleOutline.values(added, input).keySet().stream().filter(field -> field.path().equals("sensitivity")).findFirst().orElseThrow();
    assertThat(BundleOutline.change(added, input, sensitivity, "SECRET")).contains("account", "newInput", "sensitivity: SECRET");
  }
}
