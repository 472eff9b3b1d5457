package org.casebound.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to measure, from the command line.
 *
 * @param scenarios names, S0 to S4; all when none is named
 * @param numbers of the options below
 * @param profile a scenario whose profile is wanted instead of figures, or empty
 */
record Options(List<String> scenarios, Map<String, Integer> numbers, String profile) {
  static final List<String> SCENARIOS = List.of("S0", "S1", "S2", "S3", "S4");

  static final String HELP =
      """
      bench/run [options] [S0 S1 S2 S3 S4]     all scenarios when none is named
        --rounds=3             measured rounds, interleaved with those of the twin
        --cases=3000           cases of a round
        --clients=8            clients, and threads of the twin
        --warm-up=30000        cases before the first round of a scenario
        --twin-warm-up=4000    the same for the twin
        --rate=50              cases per second of the open loop
        --latency-seconds=20   how long an open loop lasts; 0 leaves latencies out
        --growth=1000000       closed cases that S4 finds in the database
        --inbox=1000000        largest inbox of S2, after a tenth and a hundredth of it; 0 leaves the inbox out
        --idle-seconds=30      how long the idle server is watched
        --profile=S1           records one scenario with JFR and prints where the time goes
      A small trial: --rounds=1 --cases=500 --warm-up=500 --twin-warm-up=500 --latency-seconds=3 --idle-seconds=5""";

  private static final Map<String, Integer> DEFAULTS = new LinkedHashMap<>();

  static {
    DEFAULTS.put("rounds", 3);
    DEFAULTS.put("cases", 3000);
    DEFAULTS.put("clients", 8);
    DEFAULTS.put("warm-up", 30_000);
    DEFAULTS.put("twin-warm-up", 4000);
    DEFAULTS.put("rate", 50);
    DEFAULTS.put("latency-seconds", 20);
    DEFAULTS.put("growth", 1_000_000);
    DEFAULTS.put("inbox", 1_000_000);
    DEFAULTS.put("idle-seconds", 30);
  }

  /** @throws IllegalArgumentException with what is wrong, and the help */
  static Options parse(String... args) {
    Set<String> named = new java.util.LinkedHashSet<>();
    Map<String, Integer> numbers = new LinkedHashMap<>(DEFAULTS);
    String profile = "";
    for (String arg : args) {
      String[] option = arg.replaceFirst("^--", "").split("=", 2);
      if (SCENARIOS.contains(arg)) {
        named.add(arg);
      } else if (option.length == 2 && option[0].equals("profile") && SCENARIOS.subList(1, 4).contains(option[1])) {
        profile = option[1];
      } else if (option.length == 2 && DEFAULTS.containsKey(option[0]) && option[1].matches("[0-9]{1,9}")) {
        numbers.put(option[0], Integer.valueOf(option[1]));
      } else {
        throw new IllegalArgumentException("Not understood: " + arg + "\n" + HELP);
      }
    }
    return new Options(named.isEmpty() ? SCENARIOS : new ArrayList<>(named), Map.copyOf(numbers), profile);
  }

  int number(String name) {
    return numbers.get(name);
  }

  boolean wants(String scenario) {
    return scenarios.contains(scenario);
  }
}
