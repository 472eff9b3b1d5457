package org.casebound.connector.http.outbound;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.Shape.Member;
import org.casebound.connector.api.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * An operation with its variables filled in: {@code METHOD /path/{variable}}. A variable is taken from the input and
 * URL-encoded; what is left of the input becomes the JSON body, or the query where the method has no body. A list in the
 * query is its parameter repeated.
 *
 * @param method GET, DELETE, POST, PUT or PATCH
 * @param path path and query, beginning with a slash
 * @param body what is left of the input, empty for GET and DELETE
 */
record HttpRequestLine(String method, String path, Map<String, Object> body) {
  private static final Pattern OPERATION = Pattern.compile("(GET|DELETE|POST|PUT|PATCH) (/[!-~]*)");
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.-]*)}");
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "DELETE");

  /** @throws IllegalArgumentException with a sentence when the operation has another form or a variable has no usable value */
  static HttpRequestLine of(String operation, Map<String, Object> input) {
    Matcher matcher = parts(operation);
    Map<String, Object> rest = new LinkedHashMap<>(input);
    String path = fill(matcher.group(2), input, rest);
    String method = matcher.group(1);
    if (WITHOUT_BODY.contains(method)) {
      return new HttpRequestLine(method, path + query(path, rest), Map.of());
    }
    return new HttpRequestLine(method, path, rest);
  }

  /**
   * What an operation takes: its variables, and whatever the back office understands.
   *
   * @throws IllegalArgumentException with a sentence when the operation has another form
   */
  static Operation describe(String operation) {
    Matcher variable = VARIABLE.matcher(parts(operation).group(2));
    checkBraces(variable.replaceAll(""), operation);
    List<Member> variables =
        variable.reset().results().map(found -> found.group(1)).distinct().map(name -> new Member(name, ValueType.SCALAR, true)).toList();
    return new Operation(new Shape(variables, true), Shape.ANY);
  }

  private static Matcher parts(String operation) {
    Matcher matcher = OPERATION.matcher(operation);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("An operation has the form \"METHOD /path/{variable}\": " + operation);
    }
    return matcher;
  }

  boolean hasBody() {
    return !WITHOUT_BODY.contains(method);
  }

  private static String fill(String template, Map<String, Object> input, Map<String, Object> rest) {
    Matcher variable = VARIABLE.matcher(template);
    StringBuilder path = new StringBuilder();
    while (variable.find()) {
      String name = variable.group(1);
      variable.appendReplacement(path, Matcher.quoteReplacement(encode(value(name, input))));
      rest.remove(name);
    }
    variable.appendTail(path);
    checkBraces(path.toString(), template);
    return path.toString();
  }

  private static void checkBraces(String filled, String template) {
    if (filled.indexOf('{') >= 0 || filled.indexOf('}') >= 0) {
      throw new IllegalArgumentException("The path has a brace that is no variable: " + template);
    }
  }

  private static String value(String name, Map<String, Object> input) {
    String text = scalar(name, input.get(name));
    if (text.isBlank() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException("The path variable \"" + name + "\" is blank or would change the path.");
    }
    return text;
  }

  private static String scalar(String name, @Nullable Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw new IllegalArgumentException("The path variable or parameter \"" + name + "\" has no text, number or truth value.");
  }

  private static String query(String path, Map<String, Object> rest) {
    StringJoiner query = new StringJoiner("&", path.contains("?") ? "&" : "?", "").setEmptyValue("");
    rest.forEach((name, value) -> {
      List<?> values = value instanceof List<?> list ? list : List.of(value);
      values.forEach(each -> query.add(encode(name) + "=" + encode(scalar(name, each))));
    });
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
