package org.casebound.connector.jdbc.outbound;

import java.sql.JDBCType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a statement once from left to right. What databases read differently (comments, dollar quotes, backslashes in a
 * text) is refused, so that the text means here what it means there. Used once.
 */
final class SqlScanner {
  /** Types that a procedure may set. */
  static final Set<JDBCType> OUT_TYPES = Set.of(
      JDBCType.VARCHAR, JDBCType.INTEGER, JDBCType.BIGINT, JDBCType.NUMERIC, JDBCType.BOOLEAN, JDBCType.DATE,
      JDBCType.TIMESTAMP);

  private static final Pattern PARAMETER =
      Pattern.compile(":([A-Za-z_][A-Za-z0-9_]*)(?::(OUT|INOUT):([A-Z]+)\\b|(\\?))?");
  private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$[A-Za-z_0-9]*\\$");

  private final String text;
  private final StringBuilder sql = new StringBuilder();
  private final List<Parameter> parameters = new ArrayList<>();
  private int at;

  SqlScanner(String text) {
    this.text = text;
  }

  SqlStatement scan() {
    while (at < text.length()) {
      switch (text.charAt(at)) {
        case '\'', '"', '`' -> quoted(text.charAt(at));
        case ':' -> colon();
        case ';' -> throw refusal("a semicolon; a call is one statement");
        case '?' -> throw refusal("a question mark; parameters are written :name");
        case '\\' -> throw refusal("a backslash");
        case '$' -> dollar();
        case '-', '/', '#' -> comment();
        default -> copy(1);
      }
    }
    return new SqlStatement(sql.toString(), List.copyOf(parameters));
  }

  private void quoted(char quote) {
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw refusal("a quote that is not closed");
    }
    if (text.substring(at, end).indexOf('\\') >= 0) {
      throw refusal("a backslash in quotes; bind the text as a parameter");
    }
    copy(end + 1 - at);
  }

  private void colon() {
    if (text.startsWith("::", at)) {
      copy(2);
      return;
    }
    Matcher matcher = PARAMETER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      copy(1);
      return;
    }
    parameters.add(parameter(matcher));
    sql.append('?');
    at = matcher.end();
  }

  private Parameter parameter(Matcher matcher) {
    String mode = matcher.group(2);
    if (mode == null) {
      return new Parameter(matcher.group(1), true, matcher.group(4) == null, Optional.empty());
    }
    Optional<JDBCType> type =
        OUT_TYPES.stream().filter(each -> each.name().equals(matcher.group(3))).findFirst();
    if (type.isEmpty()) {
      throw refusal("the OUT type " + matcher.group(3) + ", which is none of " + OUT_TYPES.stream().sorted().toList());
    }
    return new Parameter(matcher.group(1), "INOUT".equals(mode), true, type);
  }

  private void dollar() {
    if (DOLLAR_QUOTE.matcher(text).region(at, text.length()).lookingAt()) {
      throw refusal("dollar quotes");
    }
    copy(1);
  }

  private void comment() {
    if (text.startsWith("--", at) || text.startsWith("/*", at) || text.charAt(at) == '#') {
      throw refusal("a comment");
    }
    copy(1);
  }

  private void copy(int characters) {
    sql.append(text, at, at + characters);
    at += characters;
  }

  private IllegalArgumentException refusal(String what) {
    return new IllegalArgumentException("The statement has " + what + ", at character " + (at + 1) + ".");
  }
}
