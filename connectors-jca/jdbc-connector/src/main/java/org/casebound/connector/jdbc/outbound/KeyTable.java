package org.casebound.connector.jdbc.outbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.JsonTree;

/**
 * The memory of calls, in the other database and in the same transaction as the effect: a row is there exactly when the
 * effect is. A second call with the same key waits at the primary key until the first has ended.
 *
 * @param name the table; its columns are described in the connectors' README
 * @param seconds longest time for one of its statements
 */
record KeyTable(String name, int seconds) {

  /**
   * What is remembered of a call.
   *
   * @param requestHash of the call that was made
   * @param result what it gave; empty when a procedure committed by itself and the call then broke
   */
  record Entry(String requestHash, Optional<Map<String, Object>> result) {}

  /** Takes the key for this call. False, after a rollback, when it was taken before. */
  boolean take(Connection connection, IdempotencyKey key, String requestHash) throws SQLException {
    String sql = "INSERT INTO " + name
        + " (idempotency_key, request_hash, created_at) VALUES (?, ?, CURRENT_TIMESTAMP)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setQueryTimeout(seconds);
      insert.setString(1, key.value());
      insert.setString(2, requestHash);
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (!SqlStates.isIntegrityViolation(e)) {
        throw e;
      }
      connection.rollback();
      return false;
    }
  }

  /** Keeps what the call gave. */
  void keep(Connection connection, IdempotencyKey key, Map<String, Object> result) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE " + name + " SET outcome = ? WHERE idempotency_key = ?")) {
      update.setQueryTimeout(seconds);
      update.setString(1, JsonTree.toJson(result).toString());
      update.setString(2, key.value());
      update.executeUpdate();
    }
  }

  Optional<Entry> find(Connection connection, IdempotencyKey key) throws SQLException {
    String sql = "SELECT request_hash, outcome FROM " + name + " WHERE idempotency_key = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setQueryTimeout(seconds);
      select.setString(1, key.value());
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        Optional<String> outcome = Optional.ofNullable(rows.getString(2));
        return Optional.of(new Entry(rows.getString(1).strip(), outcome.map(JsonTree::parse)));
      }
    }
  }

  /** Names a call by what it does, so that a key is not taken for another call's. */
  static String hash(Call call) {
    String text = call.operation() + "\n" + JsonTree.toJson(new TreeMap<>(call.input()));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
