package org.casebound.connector.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of call inputs and results: a map of names to String, Boolean, number, List, Map. Whole numbers that fit
 * are {@link Long}, all other numbers {@link BigDecimal}. Null is allowed inside lists and inner maps but not at the
 * top, where a missing name says the same. Order is kept. Characters that no database can store are replaced by U+FFFD.
 */
public final class JsonTree {

  /** Deepest nesting, in levels; the default limit of JSON parsers is far higher, a call never needs it. */
  static final int MAX_DEPTH = 64;

  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /**
   * Looked for once, and not before it is needed: each call of {@link jakarta.json.Json} searches all class paths for it again.
   */
  private static final class Provider {
    private static final JsonProvider JSON = JsonProvider.provider();
  }

  private JsonTree() {}

  /**
   * A deep, unmodifiable copy with numbers in their standard types.
   *
   * @throws IllegalArgumentException when a value is none of the allowed types, null at the top, or nested too deeply
   */
  public static Map<String, Object> copyOf(Map<String, ?> tree) {
    Map<String, Object> copy = new LinkedHashMap<>();
    tree.forEach((name, value) -> {
      if (name == null || value == null) {
        throw new IllegalArgumentException("Null is not allowed at the top of a JSON tree: " + name + ".");
      }
      copy.put(StorableText.of(name), copyValue(value, 1));
    });
    return Collections.unmodifiableMap(copy);
  }

  /** The tree as a JSON object. */
  public static JsonObject toJson(Map<String, ?> tree) {
    return Provider.JSON.createObjectBuilder(copyOf(tree)).build();
  }

  /**
   * Reads the text of a JSON object. Members that are null at the top are left out.
   *
   * @throws IllegalArgumentException with a sentence when the text is no JSON object or nested too deeply
   */
  public static Map<String, Object> parse(String text) {
    JsonValue value;
    try (JsonReader reader = Provider.JSON.createReader(new StringReader(text))) {
      value = reader.readValue();
    } catch (RuntimeException e) {
      // The parser throws a plain RuntimeException, not a JsonException, when its own nesting limit is reached.
      throw new IllegalArgumentException("The text is not valid JSON.", e);
    }
    if (!(value instanceof JsonObject object)) {
      throw new IllegalArgumentException("The text is not a JSON object.");
    }
    return fromJson(object);
  }

  /** A JSON object as a tree. Members that are null at the top are left out. */
  public static Map<String, Object> fromJson(JsonObject object) {
    Map<String, Object> tree = new LinkedHashMap<>();
    object.forEach((name, value) -> {
      if (value.getValueType() != JsonValue.ValueType.NULL) {
        tree.put(StorableText.of(name), copyValue(value, 1));
      }
    });
    return Collections.unmodifiableMap(tree);
  }

  private static Object copyValue(Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("A JSON tree is nested at most " + MAX_DEPTH + " levels deep.");
    }
    if (value instanceof JsonString text) {
      return StorableText.of(text.getString());
    }
    if (value instanceof JsonNumber number) {
      return number(decimal(number));
    }
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    if (value instanceof String text) {
      return StorableText.of(text);
    }
    if (value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number(decimal(number));
    }
    if (value instanceof Map<?, ?> map) {
      return copyMap(map, depth);
    }
    if (value instanceof JsonArray || value instanceof List<?>) {
      return copyList((List<?>) value, depth);
    }
    throw new IllegalArgumentException("Not a JSON value: " + value.getClass().getName() + ".");
  }

  private static Map<String, Object> copyMap(Map<?, ?> map, int depth) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> {
      if (!(name instanceof String text)) {
        throw new IllegalArgumentException("A JSON tree has only texts as names.");
      }
      copy.put(StorableText.of(text), isNull(value) ? null : copyValue(value, depth + 1));
    });
    return Collections.unmodifiableMap(copy);
  }

  private static List<Object> copyList(List<?> list, int depth) {
    List<Object> copy = new ArrayList<>(list.size());
    for (Object value : list) {
      copy.add(isNull(value) ? null : copyValue(value, depth + 1));
    }
    return Collections.unmodifiableList(copy);
  }

  private static boolean isNull(@Nullable Object value) {
    return value == null || value == JsonValue.NULL;
  }

  private static BigDecimal decimal(JsonNumber number) {
    try {
      return number.bigDecimalValue();
    } catch (UnsupportedOperationException e) {
      throw new IllegalArgumentException("A number has too many digits.", e);
    }
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Not a JSON number: " + number + ".", e);
    }
  }

  private static Number number(BigDecimal value) {
    if (value.scale() != 0) {
      return value;
    }
    BigInteger whole = value.unscaledValue();
    return whole.compareTo(LONG_MIN) >= 0 && whole.compareTo(LONG_MAX) <= 0 ? Long.valueOf(whole.longValue()) : value;
  }
}
