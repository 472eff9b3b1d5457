package org.casebound.connector.jdbc.outbound;

import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One place for a value in a statement.
 *
 * @param name of the input, and of the result's member where the database sets it
 * @param in whether the caller gives the value
 * @param required whether the caller must give it; otherwise it is NULL when missing
 * @param out the type that the database sets; empty when it sets none
 */
record Parameter(String name, boolean in, boolean required, Optional<JDBCType> out) {

  /** @throws IllegalArgumentException with a sentence when the input has no usable value */
  void check(Map<String, Object> input) {
    Object value = input.get(name);
    if (in && required && value == null) {
      throw new IllegalArgumentException("The parameter \"" + name + "\" has no value; write :" + name + "? if it may be NULL.");
    }
    boolean scalar =
        value instanceof String || value instanceof Long || value instanceof BigDecimal || value instanceof Boolean;
    if (in && value != null && !scalar) {
      throw new IllegalArgumentException("The parameter \"" + name + "\" must be a text, number or truth value.");
    }
  }

  void bind(PreparedStatement statement, int position, Map<String, Object> input) throws SQLException {
    if (in) {
      bindValue(statement, position, input.get(name));
    }
    if (out.isPresent() && statement instanceof CallableStatement call) {
      call.registerOutParameter(position, out.get().getVendorTypeNumber());
    }
  }

  private static void bindValue(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
    if (value instanceof String text) {
      statement.setString(position, text);
    } else if (value instanceof Long number) {
      statement.setLong(position, number);
    } else if (value instanceof BigDecimal number) {
      statement.setBigDecimal(position, number);
    } else if (value instanceof Boolean truth) {
      statement.setBoolean(position, truth);
    } else {
      statement.setNull(position, Types.NULL);
    }
  }
}
