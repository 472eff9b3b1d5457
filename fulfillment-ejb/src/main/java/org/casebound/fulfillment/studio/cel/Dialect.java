package org.casebound.fulfillment.studio.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * CEL as definitions write it: the standard language with mixed number comparison ({@code request.amount > 1000}) and a {@code
 * has()} that asks whether there is a value. Loops are bounded, and regular expressions take linear time.
 */
final class Dialect {
  static final int LONGEST_EXPRESSION = 10_000;
  private static final int MOST_ITERATIONS = 10_000;
  private static final int DEEPEST_NESTING = 64;
  private static final int LARGEST_PATTERN = 10_000;
  /** Asks whether there is a value; {@code has()} writes it. */
  static final String GIVEN = "@given";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .maxExpressionCodePointSize(LONGEST_EXPRESSION)
          .maxParseRecursionDepth(DEEPEST_NESTING)
          .maxRegexProgramSize(LARGEST_PATTERN)
          .build();

  private static final CelFunctionDecl GIVEN_DECLARATION =
      CelFunctionDecl.newFunctionDeclaration(
          GIVEN, CelOverloadDecl.newGlobalOverload("given_dyn", SimpleType.BOOL, SimpleType.DYN));

  private static final List<CelStandardMacro> MACROS =
      CelStandardMacro.STANDARD_MACROS.stream().filter(m -> m != CelStandardMacro.HAS).toList();

  private static final CelMacro HAS = CelMacro.newGlobalMacro("has", 1, Dialect::has);

  private Dialect() {}

  /** A compiler without names. */
  static CelCompilerBuilder compiler() {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(OPTIONS)
        .setStandardMacros(MACROS)
        .addMacros(HAS)
        .addFunctionDeclarations(GIVEN_DECLARATION);
  }

  static CelRuntime runtime() {
    return CelRuntimeFactory.standardCelRuntimeBuilder()
        .setOptions(OPTIONS)
        .addFunctionBindings(CelFunctionBinding.from("given_dyn", Object.class, Dialect::given))
        .build();
  }

  private static Optional<CelExpr> has(
      CelMacroExprFactory factory, CelExpr target, List<CelExpr> arguments) {
    CelExpr path = arguments.get(0);
    if (path.exprKind().getKind() != CelExpr.ExprKind.Kind.SELECT) {
      return Optional.of(factory.reportError("has() needs a path, e.g. has(request.note)"));
    }
    CelExpr present = factory.newSelect(factory.copy(path.select().operand()), path.select().field(), true);
    return Optional.of(
        factory.newGlobalCall("_&&_", present, factory.newGlobalCall(GIVEN, factory.copy(path))));
  }

  private static boolean given(Object value) {
    return !(value instanceof NullValue)
        && !"".equals(value)
        && !(value instanceof Collection<?> list && list.isEmpty());
  }
}
