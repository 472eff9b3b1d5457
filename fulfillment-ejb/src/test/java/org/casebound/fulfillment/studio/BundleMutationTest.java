package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.casebound.fulfillment.studio.cel.CelExpressions;

/** The longer form: {@code -Dcasebound.bundle.mutations=100000}. */
class BundleMutationTest {
  private static final BundleReader READER = new BundleReader();
  private static final CelExpressions EXPRESSIONS = new CelExpressions();
  private static final int MUTATIONS = Integer.getInteger("casebound.bundle.mutations", 300);
  private static final List<String> SNIPPETS =
      List.of(":", "- ", "'", "\"", "{", "}", "[", "]", "|", ">", "&a ", "*a", "!!int ", "#", "\n", "\t", " ", "\u0000", "\uD83D\uDE00", "\uD800",
          "null", "true", "-1", "1e9", "999999999999999999999999", "%", "@", "?", "request.", "steps", "after: x", "name: a", "end", "\r\n", "<<: x", "\u0085",
          "PT1H", "-P1D", "P", "PT", "24:00", "00:00-24:00", "monday-", "friday-monday: 09:00-10:00", "2026-02-30", "{ evaluate: Is_Large }", "evaluate", "$record.", "$", "'",
          "wait: { for: PT1H }", "forEach: x", "item: item", "subflow: Sum", "run: Sum", "run: Main", "call: Book", "onFault: check", "onFault: []", "notSameAs: [second]", "autolaunched: true",
          "autolaunched: false", "do:", "into: in", "quorum: 2", "due: {}", "escalation: {}", "trigger: {}", "becomesTrue: true", "start: { from: 1 }", "hours: {}", "zone: Mars");

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void aMutatedBundleIsABundleOrIsRefusedWithPlaces(@ForAll @IntRange(min = 0) int seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>(DemoBundles.names().stream().map(DemoBundles::text).toList());
    texts.add(TestBundles.text(TestBundles.EVERYTHING));
    texts.add(CanonicalBundle.of(READER.read("e.yaml", TestBundles.text(TestBundles.EVERYTHING))).json());
    for (int i = 0; i < MUTATIONS; i++) {
      String mutated = texts.get(i % texts.size());
      for (int change = 1 + random.nextInt(3); change > 0; change--) {
        mutated = mutate(mutated, random);
      }
      accept(mutated);
    }
  }

  /** Values stand where others of the same bundle belong: right in form at many places, and without sense at most. */
  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void aBundleWithExchangedValuesIsABundleOrIsRefusedWithPlaces(@ForAll @IntRange(min = 0) int seed) throws IOException {
    Random random = new Random(seed);
    ObjectMapper json = new ObjectMapper();
    String whole = CanonicalBundle.of(READER.read("e.yaml", TestBundles.text(TestBundles.EVERYTHING))).json();
    for (int i = 0; i < MUTATIONS; i++) {
      JsonNode root = json.readTree(whole);
      for (int change = 1 + random.nextInt(2); change > 0; change--) {
        exchange(root, random);
      }
      accept(json.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
  }

  private static void exchange(JsonNode root, Random random) {
    List<JsonNode> all = new ArrayList<>();
    collect(root, all);
    List<JsonNode> parents = all.stream().filter(node -> node.isContainerNode() && !node.isEmpty()).toList();
    JsonNode parent = parents.get(random.nextInt(parents.size()));
    JsonNode value = all.get(random.nextInt(all.size())).deepCopy();
    int at = random.nextInt(parent.size());
    if (parent instanceof ArrayNode list) {
      list.set(at, value);
    } else if (parent instanceof ObjectNode map) {
      String key = map.properties().stream().skip(at).findFirst().orElseThrow().getKey();
      if (random.nextBoolean()) {
        map.set(key, value);
      } else {
        map.remove(key);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> all) {
    all.add(node);
    node.forEach(child -> collect(child, all));
  }

  private static void accept(String text) {
    try {
      var bundle = READER.read("m.yaml", text);
      assertThat(BundleCodec.read(CanonicalBundle.of(bundle).json())).isEqualTo(bundle);
      assertThat(PublishedProcess.of(bundle, EXPRESSIONS).bundle()).isEqualTo(bundle);
    } catch (BundleRefused refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(
              problem -> {
                assertThat(problem.file()).isEqualTo("m.yaml");
                assertThat(problem.line()).isBetween(1, (int) text.lines().count() + 2);
                assertThat(problem.column()).isPositive();
                assertThat(problem.message()).isNotBlank();
              });
    } catch (RuntimeException | java.lang.Error e) {
      throw new AssertionError("not handled: " + e + " for:\n" + text, e);
    }
  }

  private static String mutate(String text, Random random) {
    if (text.isEmpty()) {
      return text;
    }
    String[] lines = text.split("\n", -1);
    int at = random.nextInt(text.length());
    int line = random.nextInt(lines.length);
    return switch (random.nextInt(9)) {
      case 0 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(10)));
      case 1 -> text.substring(0, at) + SNIPPETS.get(random.nextInt(SNIPPETS.size())) + text.substring(at);
      case 2 -> {
        lines[line] = "";
        yield String.join("\n", lines);
      }
      case 3 -> {
        lines[line] = lines[line] + "\n" + lines[line];
        yield String.join("\n", lines);
      }
      case 4 -> {
        int other = random.nextInt(lines.length);
        String kept = lines[line];
        lines[line] = lines[other];
        lines[other] = kept;
        yield String.join("\n", lines);
      }
      case 5 -> {
        lines[line] = random.nextBoolean() ? "  " + lines[line] : lines[line].replaceFirst("^ {1,2}", "");
        yield String.join("\n", lines);
      }
      case 6 -> {
        int colon = lines[line].indexOf(':');
        lines[line] = colon < 0 ? lines[line] : lines[line].substring(0, colon + 1) + " " + SNIPPETS.get(random.nextInt(SNIPPETS.size()));
        yield String.join("\n", lines);
      }
      case 7 -> {
        String indent = " ".repeat(lines[line].length() - lines[line].stripLeading().length());
        lines[line] = indent + SNIPPETS.get(random.nextInt(SNIPPETS.size()));
        yield String.join("\n", lines);
      }
      default -> text.substring(0, at);
    };
  }
}
