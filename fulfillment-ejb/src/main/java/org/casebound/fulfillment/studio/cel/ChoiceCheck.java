package org.casebound.fulfillment.studio.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds comparisons that can never be true: of an outcome or a choice with a text that it can not have. */
final class ChoiceCheck {
  private final Map<String, Set<String>> choices;

  ChoiceCheck(Map<String, Set<String>> choices) {
    this.choices = choices;
  }

  List<ExpressionProblem> check(CelAbstractSyntaxTree tree) {
    List<ExpressionProblem> problems = new ArrayList<>();
    walk(tree, tree.getExpr(), problems);
    return problems;
  }

  private void walk(CelAbstractSyntaxTree tree, CelExpr expression, List<ExpressionProblem> problems) {
    switch (expression.exprKind().getKind()) {
      case CALL -> {
        CelExpr.CelCall call = expression.call();
        compare(tree, call, problems);
        call.target().ifPresent(target -> walk(tree, target, problems));
        call.args().forEach(argument -> walk(tree, argument, problems));
      }
      case LIST -> expression.list().elements().forEach(item -> walk(tree, item, problems));
      case MAP -> expression.map().entries().forEach(entry -> walk(tree, entry.value(), problems));
      case SELECT -> walk(tree, expression.select().operand(), problems);
      default -> {
        // Names and constants hold no comparison; comprehensions are not looked into.
      }
    }
  }

  private void compare(CelAbstractSyntaxTree tree, CelExpr.CelCall call, List<ExpressionProblem> problems) {
    if (call.args().size() != 2) {
      return;
    }
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    switch (call.function()) {
      case "_==_", "_!=_" -> {
        path(left).ifPresent(path -> constant(tree, path, right, problems));
        path(right).ifPresent(path -> constant(tree, path, left, problems));
      }
      case "@in" -> {
        if (right.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST) {
          path(left)
              .ifPresent(
                  path -> right.list().elements().forEach(item -> constant(tree, path, item, problems)));
        }
      }
      default -> {
        // Other functions do not compare.
      }
    }
  }

  private void constant(
      CelAbstractSyntaxTree tree, String path, CelExpr value, List<ExpressionProblem> problems) {
    Set<String> permitted = choices.get(path);
    boolean text =
        value.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && value.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    if (permitted == null || !text) {
      return;
    }
    String constant = value.constant().stringValue();
    if (!constant.isEmpty() && !permitted.contains(constant)) {
      int offset = tree.getSource().getPositionsMap().getOrDefault(value.id(), 0);
      var location = tree.getSource().getOffsetLocation(offset);
      problems.add(
          new ExpressionProblem(
              location.map(l -> l.getLine()).orElse(1),
              location.map(l -> l.getColumn()).orElse(0),
              "%s is never '%s'.".formatted(path, constant),
              Suggestion.of(constant, permitted)));
    }
  }

  private static Optional<String> path(CelExpr expression) {
    return switch (expression.exprKind().getKind()) {
      case IDENT -> Optional.of(expression.ident().name());
      case SELECT -> path(expression.select().operand()).map(p -> p + "." + expression.select().field());
      default -> Optional.empty();
    };
  }
}
