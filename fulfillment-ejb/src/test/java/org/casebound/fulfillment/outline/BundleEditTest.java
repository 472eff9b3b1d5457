package org.casebound.fulfillment.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A change touches what it is about and nothing else, comments included. */
class BundleEditTest {
  private static final String TEXT =
      """
      # A process.
      process:
        name: Demo # its name
        label: 'It''s a demo'
      flows:
        - name: Demo_Flow
          stages:
            # First look.
            - name: look
              steps:
                - name: see # with eyes
                  interactive: { queue: desk, outcomes: [{ name: fine }, { name: bad }] }
            - name: act
              steps:
                - name: close
                  background:
                    - closeCase: FULFILLED
                      reason: >
                        Long words
                        in lines.
              next: end

      # People.
      queues:
      - name: desk
      - { name: vault, label: Vault } # cold
      """;

  @Test
  void movesAnItemWithTheCommentsAboveIt() {
    String moved = BundleEdit.move(TEXT, "/flows/0/stages/0", 1);
    assertThat(moved.indexOf("# First look.")).isGreaterThan(moved.indexOf("next: end"));
    assertThat(moved.lines().sorted()).containsExactlyElementsOf(TEXT.lines().sorted().toList());
    assertThat(BundleEdit.move(moved, "/flows/0/stages/1", -1)).isEqualTo(TEXT);
  }

  @Test
  void movesWithinBracketsAndAtTheEndOfTheText() {
    assertThat(BundleEdit.move(TEXT, "/flows/0/stages/0/steps/0/interactive/outcomes/1", -1)).contains("outcomes: [{ name: bad }, { name: fine }] }");
    String queues = BundleEdit.move(TEXT.stripTrailing(), "/queues/0", 1);
    assertThat(queues).endsWith("- { name: vault, label: Vault } # cold\n- name: desk\n");
  }

  @Test
  void movesSeveralPlacesAtOnceAsOneByOne() {
    String list = "a:\n  # one\n  - 1\n\n  - 2 # two\n  - 3\n  - 4";
    String down = BundleEdit.move(list, "/a/0", 2);
    assertThat(down).isEqualTo("a:\n  - 2 # two\n\n  - 3\n  # one\n  - 1\n  - 4");
    assertThat(down).isEqualTo(BundleEdit.move(BundleEdit.move(list, "/a/0", 1), "/a/1", 1));
    assertThat(BundleEdit.move(down, "/a/2", -2)).isEqualTo(list);
    assertThat(BundleEdit.move("a: [1, 2, 3]", "/a/2", -2)).isEqualTo("a: [3, 1, 2]");
    assertThat(BundleEdit.move(list, "/a/0", 0)).isEqualTo(list);
  }

  @Test
  void refusesToMoveBeyondTheEnds() {
    assertThatThrownBy(() -> BundleEdit.move(TEXT, "/queues/0", 2)).hasMessageContaining("last");
    assertThatThrownBy(() -> BundleEdit.move(TEXT, "/queues/0", Integer.MAX_VALUE)).hasMessageContaining("last");
    assertThatThrownBy(() -> BundleEdit.move(TEXT, "/queues/0", -1)).isInstanceOf(OutlineRefused.class).hasMessageContaining("first");
    assertThatThrownBy(() -> BundleEdit.move(TEXT, "/queues/1", 1)).hasMessageContaining("last");
    assertThatThrownBy(() -> BundleEdit.move(TEXT, "/queues/7", 1)).hasMessageContaining("/queues/7");
    assertThatThrownBy(() -> BundleEdit.move(TEXT, "/process/name", 1)).hasMessageContaining("/process/name");
  }

  @Test
  void removesAnItemAndLeavesAnEmptyListBehindTheLastOne() {
    assertThat(BundleEdit.remove(TEXT, "/flows/0/stages/0")).doesNotContain("First look", "see").contains("name: act");
    assertThat(BundleEdit.remove(TEXT, "/flows/0/stages/0/steps/0")).contains("# First look.", "steps: []\n");
    assertThat(BundleEdit.remove(TEXT, "/flows/0/stages/0/steps/0/interactive/outcomes/0")).contains("outcomes: [{ name: bad }]");
  }

  @Test
  void addsInLinesAndInBrackets() {
    String added = BundleEdit.add(TEXT, "/flows/0/stages/0/steps", 1, Map.of("name", "again"));
    assertThat(added).contains("bad }] }\n          - name: again\n      - name: act".replace("          -", "          -"));
    assertThat(BundleEdit.add(TEXT, "/queues", 0, Map.of("name", "first"))).contains("queues:\n- name: first\n- name: desk");
    assertThat(BundleEdit.add(TEXT, "/flows/0/stages/0/steps/0/interactive/outcomes", 2, Map.of("name", "later"))).contains("{ name: bad }, { name: later }]");
    assertThat(BundleEdit.add(TEXT, "/process/attributes", 0, Map.of("name", "amount"))).contains("demo'\n  attributes:\n    - name: amount\nflows:");
    String empty = BundleEdit.remove(TEXT, "/flows/0/stages/0/steps/0");
    assertThat(BundleEdit.add(empty, "/flows/0/stages/0/steps", 0, Map.of("name", "new"))).contains("steps:\n          - name: new\n");
  }

  @Test
  void setsChangesAndTakesOutMembers() {
    assertThat(BundleEdit.set(TEXT, "/process", "name", "Other")).contains("name: Other # its name");
    assertThat(BundleEdit.set(TEXT, "/process", "label", "Don't: #1")).contains("label: 'Don''t: #1'\n");
    assertThat(BundleEdit.set(TEXT, "/process", "version", 2)).contains("demo'\n  version: 2\nflows:");
    assertThat(BundleEdit.set(TEXT, "/process", "label", "")).contains("# its name\nflows:");
    assertThat(BundleEdit.set(TEXT, "/process", "name", "")).contains("process:\n  label: 'It''s a demo'");
    assertThat(BundleEdit.set(TEXT, "/queues/1", "label", "")).contains("- { name: vault } # cold");
    assertThat(BundleEdit.set(TEXT, "/queues/1", "name", "")).contains("- { label: Vault } # cold");
    assertThat(BundleEdit.set(TEXT, "/queues/1", "note", "a, b")).contains("label: Vault, note: 'a, b' } # cold");
    assertThat(BundleEdit.set(TEXT, "/flows/0/stages/1/steps/0/background/0", "reason", "'Short'")).contains("reason: '''Short'''\n").doesNotContain("in lines");
    assertThat(BundleEdit.set(TEXT, "/process", "text", "two\nlines")).contains("text: \"two\\nlines\"");
    assertThat(BundleEdit.set(TEXT, "/process", "text", "yes")).contains("text: yes\n");
    assertThat(BundleEdit.set(TEXT, "/process", "text", "12")).contains("text: '12'\n");
    assertThat(BundleEdit.set(TEXT, "/process", "nothing", "")).isEqualTo(TEXT);
  }

  @Test
  void refusesWhatItCanNotChange() {
    assertThatThrownBy(() -> BundleEdit.set(TEXT, "/process/name", "x", "y")).isInstanceOf(OutlineRefused.class);
    assertThatThrownBy(() -> BundleEdit.set(TEXT, "/flows/0", "stages", "y")).isInstanceOf(OutlineRefused.class);
    assertThatThrownBy(() -> BundleEdit.add(TEXT, "/flows/0/stages/1/next", 0, Map.of("goTo", "end"))).isInstanceOf(OutlineRefused.class);
    assertThatThrownBy(() -> BundleEdit.add(TEXT, "/queues", 3, "x")).isInstanceOf(OutlineRefused.class);
    assertThatThrownBy(() -> BundleEdit.move("a: [", "/a/0", 1)).hasMessageContaining("not YAML");
  }

  @Test
  void writesValuesSoThatTheyAreReadAsTheyWere() {
    for (String text : List.of("a", "true", "null", "1e3", "- x", "a: b", "a #b", "'q'", "\"", "ä€😀", "", " x ", "a\tb", "\u2028", "{", "*a", "!t", "request.amount > 10 && case.priority == 'HIGH'")) {
      assertThat(YamlValue.of(YamlText.of(YamlValue.inline(List.of(text))).root())).isEqualTo(List.of(new YamlValue.Scalar(text, true)));
    }
  }
}
