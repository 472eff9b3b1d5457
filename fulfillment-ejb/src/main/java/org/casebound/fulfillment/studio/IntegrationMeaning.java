package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.fulfillment.studio.cel.Declarations;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.Suggestion;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks integrations: path variables, outputs, times. */
final class IntegrationMeaning {
  private static final Pattern PATH_VARIABLE = Pattern.compile("\\{([^{}]*+)}");
  private static final Duration LONGEST = Duration.ofDays(366);

  private final ExpressionCheck outputs = new ExpressionCheck(Declarations.ofReply());

  void check(List<Place> integrations, Problems problems) {
    UniqueNames.check("integration", integrations, problems);
    for (Place integration : integrations) {
      pathVariables(integration, problems);
      outputs(integration, problems);
      DurationMeaning.positive(integration.at("timeout"), LONGEST, problems);
      DurationMeaning.positive(integration.at("acknowledgementTimeout"), LONGEST, problems);
      retry(integration.at("retry"), problems);
    }
  }

  private static void pathVariables(Place integration, Problems problems) {
    Set<String> inputs =
        integration.items("inputs").stream().flatMap(i -> i.text().stream()).collect(Collectors.toSet());
    Place operation = integration.at("operation");
    String text = operation.text().orElse("");
    Matcher matcher = PATH_VARIABLE.matcher(text);
    while (matcher.find()) {
      if (!inputs.contains(matcher.group(1))) {
        problems.inside(
            operation,
            1,
            text.codePointCount(0, matcher.start()),
            "'%s' is not an input of this integration.".formatted(matcher.group(1)),
            "List it under 'inputs'. " + Suggestion.of(matcher.group(1), inputs));
      }
    }
    if (text.replaceAll("\\{[^{}]*+}", "").matches(".*[{}].*")) {
      problems.at(operation, "A brace is not closed.", "Write the name of an input in braces, e.g. {customerId}.");
    }
  }

  private void outputs(Place integration, Problems problems) {
    integration
        .at("outputs")
        .members()
        .forEach(
            output -> {
              VariableNames.check(output.getKey(), output.getValue(), problems);
              ExpressionReport.check(outputs, output.getValue(), ValueKind.ANY, problems);
            });
  }

  private static void retry(Place retry, Problems problems) {
    DurationMeaning.positive(retry.at("initialDelay"), LONGEST, problems);
    DurationMeaning.positive(retry.at("maxDelay"), LONGEST, problems);
    if (!retry.node().isObject() || !problems.isClean(retry)) {
      return;
    }
    Duration first = retry.text("initialDelay").map(Duration::parse).orElse(RetryPolicy.DEFAULT.initialDelay());
    Duration longest = retry.text("maxDelay").map(Duration::parse).orElse(RetryPolicy.DEFAULT.maxDelay());
    if (longest.compareTo(first) < 0) {
      problems.at(
          retry,
          "'maxDelay' (%s) is shorter than 'initialDelay' (%s).".formatted(longest, first),
          "Make 'maxDelay' at least as long.");
    }
  }
}
