package org.casebound.fulfillment.studio.cel;

import com.google.common.base.Suppliers;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.compiler.CelCompiler;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Which names an expression takes values from, whatever it makes of them. That something has a value at all ({@code has()}) is not
 * its value. Thread-safe.
 */
public final class FactReads {
  private static final Supplier<CelCompiler> PARSER = Suppliers.memoize(() -> Dialect.compiler().build());

  private final Set<String> paths = new TreeSet<>();

  private FactReads() {}

  /** The names, each as long as the expression says it, e.g. {@code request.cardId}; none when it is no CEL. */
  public static Set<String> of(String written) {
    FactReads reads = new FactReads();
    String expression = DollarNames.plain(written);
    if (expression.codePointCount(0, expression.length()) <= Dialect.LONGEST_EXPRESSION) {
      try {
        reads.walk(PARSER.get().parse(expression).getAst().getExpr());
      } catch (CelValidationException noCel) {
        return Set.of();
      }
    }
    return reads.paths;
  }

  private void walk(CelExpr expression) {
    Optional<String> path = path(expression);
    if (path.isPresent()) {
      paths.add(path.get());
      return;
    }
    switch (expression.exprKind().getKind()) {
      case CALL -> call(expression.call());
      case LIST -> expression.list().elements().forEach(this::walk);
      case MAP ->
          expression
              .map()
              .entries()
              .forEach(
                  entry -> {
                    walk(entry.key());
                    walk(entry.value());
                  });
      case SELECT -> {
        if (!expression.select().testOnly()) {
          walk(expression.select().operand());
        }
      }
      case COMPREHENSION -> loop(expression.comprehension());
      default -> {
        // Constants are read from nowhere.
      }
    }
  }

  private void call(CelExpr.CelCall call) {
    if (!call.function().equals(Dialect.GIVEN)) {
      call.target().ifPresent(this::walk);
      call.args().forEach(this::walk);
    }
  }

  private void loop(CelExpr.CelComprehension loop) {
    walk(loop.iterRange());
    walk(loop.accuInit());
    walk(loop.loopCondition());
    walk(loop.loopStep());
    walk(loop.result());
  }

  /** A name with its parts. */
  private static Optional<String> path(CelExpr expression) {
    return switch (expression.exprKind().getKind()) {
      case IDENT -> Optional.of(expression.ident().name());
      case SELECT ->
          expression.select().testOnly()
              ? Optional.empty()
              : path(expression.select().operand()).map(before -> before + "." + expression.select().field());
      default -> Optional.empty();
    };
  }
}
