package org.casebound.connector.jdbc.outbound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.Shape.Member;
import org.casebound.connector.api.ValueType;

/**
 * One fixed statement with named parameters. The text comes from the definition alone; values are only ever bound.
 *
 * <ul>
 *   <li>{@code :name} is bound from the input; {@code :name?} is NULL when the input has none;
 *   <li>{@code :name:OUT:TYPE} and {@code :name:INOUT:TYPE} are set by a procedure, see {@link SqlScanner#OUT_TYPES};
 *   <li>{@code CALL procedure(...)}, SELECT, INSERT, UPDATE, DELETE, MERGE and WITH; nothing else;
 *   <li>no second statement, no semicolon, no comment, no {@code ?} and no dollar quotes.
 * </ul>
 *
 * @param sql the text with a question mark for each parameter
 * @param parameters in the order of their question marks
 */
record SqlStatement(String sql, List<Parameter> parameters) {
  private static final Pattern FIRST_WORD = Pattern.compile("\\s*([A-Za-z]+)\\b.*", Pattern.DOTALL);
  private static final Set<String> ALLOWED = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "CALL");

  /** @throws IllegalArgumentException with a sentence when the text is not one allowed statement */
  static SqlStatement parse(String operation) {
    SqlStatement statement = new SqlScanner(operation).scan();
    if (!ALLOWED.contains(statement.firstWord())) {
      throw new IllegalArgumentException("A statement begins with SELECT, INSERT, UPDATE, DELETE, MERGE, WITH or CALL.");
    }
    if (!statement.isCall() && statement.parameters.stream().anyMatch(parameter -> parameter.out().isPresent())) {
      throw new IllegalArgumentException("Only CALL has OUT parameters.");
    }
    return statement;
  }

  /** What it takes and gives; see {@link Results}. */
  Operation describe() {
    Map<String, Boolean> inputs = new LinkedHashMap<>();
    parameters.stream()
        .filter(Parameter::in)
        .forEach(parameter -> inputs.merge(parameter.name(), parameter.required(), Boolean::logicalOr));
    return new Operation(
        new Shape(inputs.entrySet().stream().map(input -> new Member(input.getKey(), ValueType.SCALAR, input.getValue())).toList(), false),
        Results.SHAPE);
  }

  /** Whether a procedure is called, which may commit by itself in some databases. */
  boolean isCall() {
    return "CALL".equals(firstWord());
  }

  /** @throws IllegalArgumentException with a sentence when an input is missing, has no parameter or can not be bound */
  void check(Map<String, Object> input) {
    parameters.forEach(parameter -> parameter.check(input));
    for (String name : input.keySet()) {
      if (parameters.stream().noneMatch(parameter -> parameter.in() && parameter.name().equals(name))) {
        throw new IllegalArgumentException("The input \"" + name + "\" has no parameter in the statement.");
      }
    }
  }

  private String firstWord() {
    Matcher matcher = FIRST_WORD.matcher(sql);
    return matcher.matches() ? matcher.group(1).toUpperCase(java.util.Locale.ROOT) : "";
  }
}
