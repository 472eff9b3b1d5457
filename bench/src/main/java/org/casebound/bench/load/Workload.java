package org.casebound.bench.load;

/** One kind of case, as its clients drive it. Used by many threads at a time. */
public interface Workload {

  /**
   * Does all that the clients do for one case. It may be closed after this has returned.
   *
   * @return the case's id in {@link #table}
   */
  long drive();

  /** Table with the columns id and status, where the case ends as CLOSED. */
  String table();

  /** Role whose statements the database counts for this workload. */
  String role();
}
