package org.casebound.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.bench.measure.Figure;
import org.casebound.bench.measure.Idle;
import org.casebound.bench.report.Result;
import org.casebound.bench.report.Row;
import org.casebound.bench.report.Table;
import org.casebound.bench.rig.Layout;

/** The command: measures what the arguments name, prints the table, writes bench/out/result.json. */
public final class Bench {
  private static final int IDLE_BEFORE_SECONDS = 10;

  private final Options options;
  private final Result result = new Result();
  private final List<Row> rows = new ArrayList<>();

  private Bench(Options options) {
    this.options = options;
  }

  public static void main(String[] args) {
    if (List.of(args).contains("--help")) {
      System.out.println(Options.HELP);
      return;
    }
    try {
      new Bench(Options.parse(args)).run();
      System.exit(0);
    } catch (IllegalArgumentException wrongOption) {
      System.err.println(wrongOption.getMessage());
      System.exit(2);
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private void run() {
    result.put("when", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    result.put("machine", Stage.machine());
    try (Stage stage = Stage.set(options.number("clients"))) {
      Map<String, String> settings = stage.rig().postgres().settings();
      System.out.println("PostgreSQL: " + settings);
      result.put("postgresql", settings);
      result.put("options", new LinkedHashMap<>(options.numbers()));
      measure(stage);
      long complaints = stage.rig().server().complaints();
      System.out.println("Errors and warnings of Casebound in the server's log: " + complaints);
      result.put("complaints", complaints);
    }
    if (rows.isEmpty()) {
      return;
    }
    speed("S4").ifPresent(grown -> speed("S1").ifPresent(young -> {
      System.out.printf("%nS4 is %.2f times as fast as S1%n", grown / young);
      result.put("speedOfS4ToS1", grown / young);
    }));
    result.scenarios(rows);
    result.write(Layout.out().resolve("result.json"));
    System.out.println("\n" + Table.of(rows));
  }

  private void measure(Stage stage) {
    Idle idle = Idle.watch(stage.rig().postgres(), stage.product(), IDLE_BEFORE_SECONDS);
    Comparison comparison = new Comparison(stage, options, idle.perSecond());
    if (!options.profile().isEmpty()) {
      System.out.println(new Profile(stage, options).of(stage.scenario(options.profile()), comparison));
      return;
    }
    if (options.wants("S0") && !options.wants("S1")) {
      rows.addAll(comparison.twinOnly(stage.scenario("S0")));
    }
    for (String name : List.of("S1", "S2", "S3")) {
      compare(comparison, stage, name);
    }
    watchIdle(stage);
    if (options.wants("S4")) {
      new Growth(stage, options).closedCases(stage.scenario("S4").product());
      compare(comparison, stage, "S4");
    }
    if (options.wants("S2") && options.number("inbox") > 0) {
      System.out.println("Inbox");
      result.put("inbox", new Growth(stage, options).inbox());
    }
  }

  private void compare(Comparison comparison, Stage stage, String name) {
    if (options.wants(name)) {
      System.out.println(name);
      rows.addAll(comparison.both(stage.scenario(name)));
    }
  }

  private Optional<Double> speed(String scenario) {
    return rows.stream()
        .filter(row -> row.name().equals(scenario))
        .map(row -> row.figures().get(Figure.CASES_PER_SECOND).median())
        .findFirst();
  }

  private void watchIdle(Stage stage) {
    Idle idle = Idle.watch(stage.rig().postgres(), stage.product(), Math.max(1, options.number("idle-seconds")));
    Map<String, Double> shown = new LinkedHashMap<>();
    shown.put("serverShareOfACore", idle.serverShare());
    shown.put("databaseShareOfACore", idle.databaseShare());
    shown.put("statementsPerSecond", idle.perSecond().statements());
    shown.put("commitsPerSecond", idle.perSecond().commits());
    shown.put("walBytesPerSecond", idle.perSecond().walBytes());
    System.out.println("Idle: " + shown);
    result.put("idle", shown);
  }
}
