package org.casebound.fulfillment.studio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Bounds what a bundle costs: to check, to compile and to keep. A subflow counts each time that it is used, for that is how programs
 * are made; so few lines can make a very large one.
 */
final class SizeMeaning {
  /** Most elements, rules, steps, fields and ticks of all flows together. */
  static final int MOST = 10_000;

  private final Map<String, Place> autolaunched;
  private final Map<String, Long> sizes = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  private SizeMeaning(BundleIndex index) {
    this.autolaunched = index.autolaunched();
  }

  /** Whether the flows have a size that may be looked at further. */
  static boolean isFit(List<Place> flows, BundleIndex index, Problems problems) {
    SizeMeaning sizes = new SizeMeaning(index);
    long sum = 0;
    for (Place flow : flows) {
      sum = Math.min(sum + sizes.flow(flow), Integer.MAX_VALUE);
      if (sum > MOST) {
        problems.at(
            flow,
            "With all its subflows, this flow and those before it have more than %d elements and steps.".formatted(MOST),
            "Split the process, or let subflows start fewer others.");
        return false;
      }
    }
    return true;
  }

  private long flow(Place flow) {
    long steps = BundleIndex.steps(flow).stream().mapToLong(this::step).sum();
    return bounded(LongStream.concat(LongStream.of(steps), Elements.lists(flow).stream().mapToLong(this::list)));
  }

  private long step(Place step) {
    return 1
        + Stream.of("fields", "compare", "checklist").mapToLong(key -> step.at("interactive").items(key).size()).sum()
        + step.text("run").stream().mapToLong(this::named).sum();
  }

  private long list(Place list) {
    return bounded(
        Elements.deep(list).stream()
            .mapToLong(
                element ->
                    1 + element.items("decide").size() + element.text("subflow").stream().mapToLong(this::named).sum()));
  }

  /** The size of an autolaunched flow; that of one which starts itself is of no interest, because it is refused. */
  private long named(String name) {
    Long known = sizes.get(name);
    Place flow = autolaunched.get(name);
    if (known != null) {
      return known;
    } else if (flow == null || !open.add(name)) {
      return 0;
    }
    long size = flow(flow);
    open.remove(name);
    sizes.put(name, size);
    return size;
  }

  private static long bounded(LongStream parts) {
    return parts.reduce(0, (a, b) -> Math.min(a + b, Integer.MAX_VALUE));
  }
}
