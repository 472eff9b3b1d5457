package org.casebound.bench.measure;

/**
 * What the database did for one role, and what it wrote at all.
 *
 * @param statements all but transaction control
 * @param transactions begun, those that only read included
 * @param commits of transactions that wrote: each waits for the disk
 * @param walBytes distance in the write-ahead log
 * @param walImageBytes the part of it that is page images
 */
public record Work(double statements, double transactions, double commits, double walBytes, double walImageBytes) {

  /** Without what would have been done anyway. */
  public Work minus(Work other) {
    return new Work(
        statements - other.statements,
        transactions - other.transactions,
        commits - other.commits,
        walBytes - other.walBytes,
        walImageBytes - other.walImageBytes);
  }

  /** This much, so many times. */
  public Work times(double factor) {
    return new Work(statements * factor, transactions * factor, commits * factor, walBytes * factor, walImageBytes * factor);
  }
}
