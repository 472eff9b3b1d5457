package org.casebound.fulfillment.studio.cel;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says CEL's messages in the words of process owners. */
final class CelSentences {
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern UNDEFINED = Pattern.compile("undefined field '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '\\(?([^']*?)\\)?'.*", Pattern.DOTALL);
  private static final String QUOTES = "A text constant needs its own quotes: \"'like this'\".";

  private CelSentences() {}

  static ExpressionProblem problem(
      String expression, int line, int column, String message, DeclaredTypes types) {
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      String name = undeclared.group(1);
      return new ExpressionProblem(
          line,
          calledAt(expression, line, column) ? Math.max(0, column - name.length()) : column,
          "'%s' is not known here.".formatted(name),
          mend(name, types.roots()));
    }
    Matcher undefined = UNDEFINED.matcher(message);
    if (undefined.matches()) {
      String name = undefined.group(1);
      return new ExpressionProblem(
          line, column + 1, "'%s' is not known here.".formatted(name), Suggestion.of(name, types.names()));
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return new ExpressionProblem(line, column, overload(overload.group(1), overload.group(2)), "");
    }
    if (message.contains("token recognition error at: '$'")) {
      return new ExpressionProblem(
          line, column, "The sign '$' has no meaning here.", "It may stand before record, prior and fault only.");
    }
    boolean syntax = message.contains("input") || message.contains("token recognition");
    String shown = message.replaceFirst(" expecting \\{.*", "").strip();
    return new ExpressionProblem(
        line, column, "The expression is not CEL: %s.".formatted(shown), syntax ? QUOTES : "");
  }

  private static String mend(String name, Collection<String> roots) {
    String suggestion = Suggestion.of(name, roots);
    return suggestion.startsWith("Did you") ? suggestion : suggestion + " " + QUOTES;
  }

  private static boolean calledAt(String expression, int line, int column) {
    String text = expression.lines().skip(line - 1L).findFirst().orElse("");
    return column < text.length() && text.charAt(column) == '(';
  }

  private static String overload(String function, String types) {
    String operator = function.replaceAll("^@?_?|_$|_", "").strip();
    String words = splitTop(types).map(CelSentences::type).collect(Collectors.joining(" and "));
    return "'%s' can not be used with %s.".formatted(operator.isEmpty() ? function : operator, words);
  }

  private static Stream<String> splitTop(String types) {
    return Stream.of(types.split(", (?![^(]*\\))"));
  }

  /** A CEL type in words. */
  static String type(String name) {
    return switch (name) {
      case "string" -> "a text";
      case "int", "uint" -> "a whole number";
      case "double" -> "a number";
      case "bool" -> "true or false";
      case "null_type", "null" -> "null (ask has(...) instead)";
      case "dyn" -> "a value";
      case "google.protobuf.Timestamp" -> "a time";
      case "google.protobuf.Duration" -> "a duration";
      default -> name.startsWith("list") ? "a list" : name.startsWith("map") || name.startsWith("casebound.") ? "a map" : name;
    };
  }
}
