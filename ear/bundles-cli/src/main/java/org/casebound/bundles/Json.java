package org.casebound.bundles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the server's JSON: objects as maps, lists as lists, everything else as text. Not thread-safe; one for each text. */
final class Json {
  private static final Pattern TOKEN = Pattern.compile("\\G\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|[{}\\[\\]:,]|[-+.0-9A-Za-z]++)", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)", Pattern.DOTALL);

  private final Matcher tokens;

  private Json(String text) {
    tokens = TOKEN.matcher(text);
  }

  /**
   * The members of an object.
   *
   * @throws IllegalArgumentException when the text is none
   */
  static Map<String, Object> object(String text) {
    Json json = new Json(text);
    return members(json.value(json.next()));
  }

  /** The members of a value; none when it is no object. */
  static Map<String, Object> members(@Nullable Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> members.put(String.valueOf(key), member));
    }
    return members;
  }

  /** The items of a member; none when it is no list. */
  static List<Object> items(Map<String, Object> object, String name) {
    return object.get(name) instanceof List<?> list ? List.copyOf(list) : List.of();
  }

  /** The text of a member; empty when it has none. */
  static Optional<String> text(Map<String, Object> object, String name) {
    return Optional.ofNullable(object.get(name)).filter(String.class::isInstance).map(String.class::cast);
  }

  private Object value(String token) {
    return switch (token) {
      case "{" -> object();
      case "[" -> list();
      default -> token.startsWith("\"") ? unescaped(token.substring(1, token.length() - 1)) : token;
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String token = next(); !token.equals("}"); token = next()) {
      if (!token.equals(",")) {
        String name = String.valueOf(value(token));
        next();
        members.put(name, value(next()));
      }
    }
    return members;
  }

  private List<Object> list() {
    List<Object> items = new ArrayList<>();
    for (String token = next(); !token.equals("]"); token = next()) {
      if (!token.equals(",")) {
        items.add(value(token));
      }
    }
    return items;
  }

  private String next() {
    if (!tokens.find()) {
      throw new IllegalArgumentException("no JSON");
    }
    return tokens.group(1);
  }

  private static String unescaped(String text) {
    return ESCAPE.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(character(hit.group(1))));
  }

  private static String character(String escape) {
    return switch (escape.charAt(0)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'u' -> escape.length() == 5 ? String.valueOf((char) Integer.parseInt(escape.substring(1), 16)) : escape;
      default -> escape;
    };
  }
}
