package org.casebound.connector.jdbc.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casebound.connector.base.TransactionMode;

/**
 * How one database is used.
 *
 * @param dataSource JNDI name
 * @param keyTable table that remembers keys, as {@code name} or {@code schema.name}; empty when there is none
 * @param maxRows most rows of a result, 1 to 100000
 * @param refusalStates SQL states, or their beginnings, that are a business no
 * @param questionTime longest time for verify and health
 * @param transaction whose transaction a statement belongs to
 */
public record JdbcSettings(
    String dataSource,
    Optional<String> keyTable,
    int maxRows,
    List<String> refusalStates,
    Duration questionTime,
    TransactionMode transaction) {
  private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
  private static final Pattern STATE = Pattern.compile("[0-9A-Z]{1,5}");
  private static final int MOST_ROWS = 100_000;

  /** @throws IllegalArgumentException with a sentence when a value is out of its range */
  public JdbcSettings {
    if (!dataSource.startsWith("java:")) {
      throw new IllegalArgumentException("dataSource must be a JNDI name that begins with java:");
    }
    if (keyTable.filter(name -> !TABLE.matcher(name).matches()).isPresent()) {
      throw new IllegalArgumentException("keyTable must be a plain name or schema.name.");
    }
    if (maxRows < 1 || maxRows > MOST_ROWS) {
      throw new IllegalArgumentException("maxRows must be 1 to " + MOST_ROWS + ".");
    }
    if (!refusalStates.stream().allMatch(state -> STATE.matcher(state).matches())) {
      throw new IllegalArgumentException("refusalStates has SQL states of 1 to 5 digits and capital letters.");
    }
    if (transaction == TransactionMode.CALLER && keyTable.isPresent()) {
      throw new IllegalArgumentException("With transaction CALLER no call is in doubt; leave out keyTable.");
    }
    refusalStates = List.copyOf(refusalStates);
  }
}
