package org.casebound.connector.tck;

import static java.lang.System.Logger.Level.INFO;

import java.lang.reflect.Method;
import java.util.Optional;
import org.casebound.connector.api.ConformanceLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Prints what the kit found, and compares it with what the connector states, once all checks of a contract were run. */
final class ConformanceReport implements BeforeAllCallback, AfterAllCallback, TestWatcher {
  private static final System.Logger LOG = System.getLogger("org.casebound.connector.tck");

  private Findings findings = new Findings();

  @Override
  public void beforeAll(ExtensionContext context) {
    findings = new Findings();
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    findings.passed();
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    if (cause instanceof NotApplicable) {
      findings.passed();
    } else {
      testFailed(context, cause);
    }
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    miss(context, "switched off: " + reason.orElse("no reason given"));
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    miss(context, cause.toString().lines().findFirst().orElse(""));
  }

  private void miss(ExtensionContext context, String reason) {
    Method check = context.getRequiredTestMethod();
    AnnotationSupport.findAnnotation(check, Shows.class)
        .ifPresent(shows -> findings.missed(check.getName() + " (" + reason + ")", shows.value()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Class<?> contract = context.getRequiredTestClass();
    if (findings.seen() < checks(contract)) {
      return;
    }
    ConformanceLevel level = findings.level();
    boolean inbound = AcknowledgementContract.class.isAssignableFrom(contract);
    String found = inbound ? "acknowledgements " + (level == ConformanceLevel.UNPROVEN ? "not shown" : "shown") : "level " + level;
    LOG.log(INFO, "Conformance of {0}: {1}{2}", contract.getSimpleName(), found, findings.text());
    Statement statement = Statement.of(contract);
    if (inbound) {
      statement.compareAcknowledgements(level != ConformanceLevel.UNPROVEN);
    } else {
      statement.compareLevel(level);
    }
  }

  private static int checks(Class<?> contract) {
    return ReflectionSupport.findMethods(
            contract, method -> AnnotationSupport.isAnnotated(method, Test.class), HierarchyTraversalMode.TOP_DOWN)
        .size();
  }
}
