package org.casebound.fulfillment.studio.cel;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import java.util.List;

/** Checks expressions against declared names, as they are published. Thread-safe; the compiler is made
 * when the first expression comes. */
public final class ExpressionCheck {
  private final Declarations declared;
  private final DeclaredTypes types;
  private final Supplier<CelCompiler> compiler;

  public ExpressionCheck(Declarations declared) {
    this.declared = declared;
    this.types = new DeclaredTypes(declared);
    this.compiler = Suppliers.memoize(types::compiler);
  }

  /** What is wrong with an expression that must give a value of the kind; nothing: it may be published. */
  public List<ExpressionProblem> check(String written, ValueKind expected) {
    String expression = DollarNames.plain(written);
    if (expression.codePointCount(0, expression.length()) > Dialect.LONGEST_EXPRESSION) {
      return List.of(
          new ExpressionProblem(
              1, 0, "The expression is longer than %d characters.".formatted(Dialect.LONGEST_EXPRESSION), ""));
    }
    CelAbstractSyntaxTree tree;
    try {
      tree = compiler.get().compile(expression).getAst();
    } catch (CelValidationException e) {
      return e.getErrors().stream().map(issue -> problem(expression, issue)).distinct().toList();
    }
    if (!expected.accepts(tree.getResultType())) {
      return List.of(
          new ExpressionProblem(
              1,
              0,
              "The expression gives %s, but %s is needed here."
                  .formatted(CelSentences.type(tree.getResultType().name()), expected.words()),
              expected == ValueKind.TRUTH ? "Compare the value with another one, e.g. request.amount > 1000." : ""));
    }
    return new ChoiceCheck(declared.choices()).check(tree);
  }

  private ExpressionProblem problem(String expression, CelIssue issue) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn());
    return CelSentences.problem(expression, line, column, issue.getMessage(), types);
  }
}
