package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** The longer form: {@code -Dcasebound.bundle.mutations=100000}. */
class BundleMutationTest {
  private static final BundleReader READER = new BundleReader();
  private static final int MUTATIONS = Integer.getInteger("casebound.bundle.mutations", 1000);
  private static final List<String> SNIPPETS =
      List.of(":", "- ", "'", "\"", "{", "}", "[", "]", "|", ">", "&a ", "*a", "!!int ", "#", "\n", "\t", " ", "\u0000", "\uD83D\uDE00", "\uD800",
          "null", "true", "-1", "1e9", "999999999999999999999999", "%", "@", "?", "request.", "steps", "after: x", "name: a", "end", "\r\n", "<<: x", "\u0085");

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void aMutatedBundleIsABundleOrIsRefusedWithPlaces(@ForAll @IntRange(min = 0) int seed) {
    Random random = new Random(seed);
    List<String> names = DemoBundles.names();
    for (int i = 0; i < MUTATIONS; i++) {
      String mutated = DemoBundles.text(names.get(i % names.size()));
      for (int change = 1 + random.nextInt(3); change > 0; change--) {
        mutated = mutate(mutated, random);
      }
      accept(mutated);
    }
  }

  private static void accept(String text) {
    try {
      var bundle = READER.read("m.yaml", text);
      assertThat(BundleCodec.read(CanonicalBundle.of(bundle).json())).isEqualTo(bundle);
    } catch (BundleRefused refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(
              problem -> {
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
    return switch (random.nextInt(8)) {
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
      default -> text.substring(0, at);
    };
  }
}
