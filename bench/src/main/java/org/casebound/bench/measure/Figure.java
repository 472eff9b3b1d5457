package org.casebound.bench.measure;

/** What is measured of a case. The name in the result file is {@link #key}. */
public enum Figure {
  CASES_PER_SECOND("casesPerSecond", "cases/s", 0),
  RATIO_TO_CEILING("ratioToCeiling", "of twin", 2),
  P50_MS("p50Ms", "p50 ms", 1),
  P99_MS("p99Ms", "p99 ms", 1),
  STATEMENTS_PER_CASE("statementsPerCase", "SQL", 1),
  COMMITS_PER_CASE("commitsPerCase", "commits", 2),
  /** Those that only read included. */
  TRANSACTIONS_PER_CASE("transactionsPerCase", "begins", 2),
  WAL_BYTES_PER_CASE("walBytesPerCase", "WAL B", 0),
  /** The part of the WAL that is images of whole pages, written at the first change of a page after a checkpoint. */
  WAL_PAGE_IMAGE_BYTES_PER_CASE("walPageImageBytesPerCase", "of it images", 0),
  CPU_SECONDS_PER_1000("cpuSecondsPer1000", "CPU s/1000", 2),
  SERVER_CPU_SECONDS_PER_1000("serverCpuSecondsPer1000", "of it server", 2),
  DATABASE_CPU_SECONDS_PER_1000("databaseCpuSecondsPer1000", "of it DB", 2),
  /** Load generator and bank; not part of {@link #CPU_SECONDS_PER_1000}. */
  LOAD_CPU_SECONDS_PER_1000("loadCpuSecondsPer1000", "load", 2),
  /** Share of the machine that others used meanwhile: much more than 0 means that the speed says little. */
  OTHERS_SHARE("othersShare", "others", 2);

  private final String key;
  private final String heading;
  private final int decimals;

  Figure(String key, String heading, int decimals) {
    this.key = key;
    this.heading = heading;
    this.decimals = decimals;
  }

  public String key() {
    return key;
  }

  /** Heading of its column. */
  public String heading() {
    return heading;
  }

  /** How a value is shown to a person. */
  public String show(double value) {
    return String.format(java.util.Locale.ROOT, "%." + decimals + "f", value);
  }
}
