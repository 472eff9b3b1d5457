package org.casebound.fulfillment.studio.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way into CEL and out again. CEL knows no decimal numbers: a BigDecimal becomes a double (exact to 15 digits), and
 * a double comes back as BigDecimal.
 */
final class CelValues {
  private CelValues() {}

  static Object toCel(@Nullable Object value) {
    if (value == null) {
      return NullValue.NULL_VALUE;
    } else if (value instanceof String || value instanceof Boolean || value instanceof Long) {
      return value;
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof BigInteger big) {
      return big.bitLength() < Long.SIZE ? (Object) big.longValue() : (Object) big.doubleValue();
    } else if (value instanceof Number number) {
      return number.doubleValue();
    } else if (value instanceof Map<?, ?> map) {
      return new FactMap(map, FactMap.Scope.STRICT);
    } else if (value instanceof List<?> list) {
      return list.stream().map(CelValues::toCel).toList();
    }
    return value.toString();
  }

  /** A value that takes the short way round CEL. */
  static Object unchanged(@Nullable Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Double || value instanceof Float) {
      return new BigDecimal(value.toString());
    }
    return value;
  }

  /**
   * @throws IllegalArgumentException when the value has no place in a definition's world
   */
  static Object fromCel(Object value) {
    if (value instanceof NullValue) {
      return "";
    } else if (value instanceof String || value instanceof Boolean || value instanceof Long) {
      return value;
    } else if (value instanceof Double number) {
      if (number.isNaN() || number.isInfinite()) {
        throw new IllegalArgumentException("its result is not a number");
      }
      return BigDecimal.valueOf(number);
    } else if (value instanceof UnsignedLong number) {
      return new BigDecimal(number.bigIntegerValue());
    } else if (value instanceof Instant || value instanceof Duration) {
      return value.toString();
    } else if (value instanceof List<?> list) {
      return list.stream().map(CelValues::fromCel).toList();
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> result = new LinkedHashMap<>();
      map.forEach((key, item) -> result.put(String.valueOf(key), fromCel(item)));
      return result;
    }
    throw new IllegalArgumentException("its result is neither text, number, yes or no, list nor map");
  }
}
