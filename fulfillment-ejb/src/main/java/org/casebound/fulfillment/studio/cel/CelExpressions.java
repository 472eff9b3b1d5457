package org.casebound.fulfillment.studio.cel;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.shared.RuleViolation;

/**
 * Evaluates expressions with CEL. Programs are compiled once and kept, at most {@value #MOST_PROGRAMS}. Thread-safe; one instance
 * serves the whole server.
 *
 * <p>Decimal numbers are compared and computed as doubles; an expression that only names a value passes it on unchanged. A request
 * attribute, a variable or a form field without a value is an empty text; {@code has(request.note)} asks for it.
 */
public final class CelExpressions implements Expressions {
  private static final int MOST_PROGRAMS = 10_000;
  private static final List<String> FACTS =
      List.of("case", "request", "steps", "vars", "record", "prior", "fault", "reply", "input");

  private final CelCompiler compiler;
  private final CelRuntime runtime = Dialect.runtime();
  private final Cache<String, Compiled> programs =
      CacheBuilder.newBuilder().maximumSize(MOST_PROGRAMS).build();

  public CelExpressions() {
    CelCompilerBuilder builder = Dialect.compiler();
    FACTS.forEach(name -> builder.addVar(name, SimpleType.DYN));
    this.compiler = builder.build();
  }

  /** A text that is ready to run. */
  private record Compiled(Optional<FactPath> path, CelRuntime.Program program) {}

  @Override
  public Object value(String expression, Map<String, Object> facts) {
    Compiled compiled = compiled(expression);
    Optional<Object> direct = compiled.path().flatMap(path -> path.in(facts));
    return direct.isPresent() ? direct.get() : evaluate(expression, compiled, facts);
  }

  @Override
  public boolean holds(String condition, Map<String, Object> facts) {
    Object value = value(condition, facts);
    if (value instanceof Boolean answer) {
      return answer;
    }
    throw violation(condition, "its result is not true or false");
  }

  private static Object evaluate(String expression, Compiled compiled, Map<String, Object> facts) {
    try {
      Object value = compiled.program().eval(FactMap.of(facts));
      if (value instanceof CelUnknownSet) {
        throw violation(expression, "it needs a value that is not there");
      }
      return CelValues.fromCel(value);
    } catch (CelEvaluationException e) {
      throw violation(expression, reason(e));
    } catch (IllegalArgumentException e) {
      throw violation(expression, String.valueOf(e.getMessage()));
    }
  }

  private Compiled compiled(String expression) {
    try {
      return programs.get(expression, () -> compile(DollarNames.plain(expression)));
    } catch (ExecutionException | UncheckedExecutionException e) {
      String cause =
          e.getCause() instanceof CelValidationException invalid
              ? invalid.getErrors().get(0).getMessage()
              : String.valueOf(e.getCause());
      throw violation(expression, cause);
    }
  }

  private Compiled compile(String expression) throws CelValidationException, CelEvaluationException {
    return new Compiled(FactPath.of(expression), runtime.createProgram(compiler.compile(expression).getAst()));
  }

  private static String reason(CelEvaluationException e) {
    String text = String.valueOf(e.getMessage()).strip();
    String bare = text.replaceFirst("^evaluation error(?: at <input>:\\d+)?:?\\s*", "");
    return bare.isEmpty() ? "its values do not fit together" : bare;
  }

  private static RuleViolation violation(String expression, String cause) {
    return new RuleViolation(
        "EXPR-001", "The expression '%s' can not be evaluated: %s.".formatted(expression, cause));
  }
}
