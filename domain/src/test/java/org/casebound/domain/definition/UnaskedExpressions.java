package org.casebound.domain.definition;

import java.util.Map;

/** For tests without conditions. */
final class UnaskedExpressions implements Expressions {
  @Override
  public Object value(String expression, Map<String, Object> facts) {
    throw new AssertionError(expression);
  }

  @Override
  public boolean holds(String condition, Map<String, Object> facts) {
    throw new AssertionError(condition);
  }
}
