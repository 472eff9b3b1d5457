package org.casebound.fulfillment.studio.cel;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts as CEL sees them, converted when they are asked for. Attributes, variables and form fields that have no value read as an
 * empty text: whether they exist at all was checked when the definition was published.
 */
final class FactMap extends AbstractMap<String, Object> {
  private final Map<?, ?> source;
  private final Scope scope;

  /** What is known about the names of a map. */
  enum Scope {
    /** A missing name is an error. */
    STRICT,
    /** A missing name is an empty text. */
    LENIENT,
    /** The map of all steps. */
    STEPS,
    /** One step; the values of its form are lenient. */
    STEP;

    static Scope ofFact(String name) {
      return switch (name) {
        case "request", "vars", "record", "prior" -> LENIENT;
        case "steps" -> STEPS;
        default -> STRICT;
      };
    }

    private Scope inside(Object name) {
      if (this == STEPS) {
        return STEP;
      }
      return this == STEP && name.equals("data") ? LENIENT : STRICT;
    }
  }

  FactMap(Map<?, ?> source, Scope scope) {
    this.source = source;
    this.scope = scope;
  }

  /** All facts. */
  static Map<String, Object> of(Map<String, Object> facts) {
    Map<String, Object> result = new LinkedHashMap<>();
    facts.forEach(
        (name, value) ->
            result.put(
                name,
                value instanceof Map<?, ?> map
                    ? new FactMap(map, Scope.ofFact(name))
                    : CelValues.toCel(value)));
    return result;
  }

  @Override
  public boolean containsKey(Object key) {
    return scope == Scope.LENIENT || source.containsKey(key);
  }

  @Override
  public @Nullable Object get(Object key) {
    if (!source.containsKey(key)) {
      return scope == Scope.LENIENT ? "" : null;
    }
    return convert(key, source.get(key));
  }

  private Object convert(Object key, @Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? new FactMap(map, scope.inside(key))
        : scope == Scope.LENIENT && value == null ? "" : CelValues.toCel(value);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> converted = new LinkedHashMap<>();
    source.forEach((key, value) -> converted.put(String.valueOf(key), convert(key, value)));
    return converted.entrySet();
  }

  /** The value as it was put in, for the short way round CEL; null when the name is missing and must not be. */
  @Nullable Object raw(String key) {
    if (!source.containsKey(key)) {
      return scope == Scope.LENIENT ? "" : null;
    }
    Object value = source.get(key);
    return value instanceof Map<?, ?> map ? new FactMap(map, scope.inside(key)) : CelValues.unchanged(value);
  }

  /** The map that was put in. */
  Map<?, ?> source() {
    return source;
  }
}
