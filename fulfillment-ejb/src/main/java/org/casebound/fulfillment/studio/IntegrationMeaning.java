package org.casebound.fulfillment.studio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.fulfillment.studio.cel.Declarations;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.Suggestion;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks integrations: inputs, path variables, both mappings, times. */
final class IntegrationMeaning {
  private static final Pattern PATH_VARIABLE = Pattern.compile("\\{([^{}]*+)}");
  private static final Duration LONGEST = Duration.ofDays(366);

  private final ExpressionCheck replies = new ExpressionCheck(Declarations.ofReply());
  private final ExpressionCheck constants = new ExpressionCheck(Declarations.ofNothing());

  void check(List<Place> integrations, Problems problems) {
    UniqueNames.check("integration", integrations, problems);
    for (Place integration : integrations) {
      inputs(integration, problems);
      request(integration, problems);
      pathVariables(integration, problems);
      outputs(integration, problems);
      DurationMeaning.positive(integration.at("timeout"), LONGEST, problems);
      DurationMeaning.positive(integration.at("acknowledgementTimeout"), LONGEST, problems);
      retry(integration.at("retry"), problems);
    }
  }

  private static void pathVariables(Place integration, Problems problems) {
    Set<String> inputs = sent(integration);
    Place operation = integration.at("operation");
    String text = operation.text().orElse("");
    Matcher matcher = PATH_VARIABLE.matcher(text);
    while (matcher.find()) {
      if (!inputs.contains(matcher.group(1))) {
        problems.inside(
            operation,
            1,
            text.codePointCount(0, matcher.start()),
            integration.has("request")
                ? "'request' has no row to /%s.".formatted(matcher.group(1))
                : "'%s' is not an input of this integration.".formatted(matcher.group(1)),
            (integration.has("request") ? "Add one. " : "List it under 'inputs'. ") + Suggestion.of(matcher.group(1), inputs));
      }
    }
    if (text.replaceAll("\\{[^{}]*+}", "").matches(".*[{}].*")) {
      problems.at(operation, "A brace is not closed.", "Write the name of an input in braces, e.g. {customerId}.");
    }
  }

  /** The names at the top of what is sent. */
  private static Set<String> sent(Place integration) {
    return integration.has("request")
        ? integration.items("request").stream()
            .flatMap(row -> row.text("to").stream())
            .map(pointer -> Pointer.last(pointer.replaceFirst("^(/[^/]*).*$", "$1")))
            .collect(Collectors.toSet())
        : CallInputs.names(integration);
  }

  private void inputs(Place integration, Problems problems) {
    UniqueNames.check("input", integration.items("inputs"), problems);
    for (Place input : integration.items("inputs")) {
      ExpressionReport.check(constants, input.at("default"), CallInputs.kind(input), problems);
    }
  }

  private void request(Place integration, Problems problems) {
    ExpressionCheck check = new ExpressionCheck(Declarations.ofInput(CallInputs.kinds(integration)));
    Map<String, Place> targets = new TreeMap<>();
    for (Place row : integration.items("request")) {
      source(row, check, true, problems);
      row.text("from")
          .map(pointer -> Pointer.last(pointer.replaceFirst("^(/[^/]*).*$", "$1")))
          .ifPresent(name -> References.check("input", row.at("from"), name, CallInputs.names(integration), problems));
      row.text("to").filter(to -> !problems.isIll(row.at("to"))).ifPresent(to -> target(to, row, targets, problems));
    }
  }

  /** Two rows must not go to the same place, nor one into what another one puts there. */
  private static void target(String to, Place row, Map<String, Place> targets, Problems problems) {
    Optional<String> other =
        targets.keySet().stream().filter(known -> to.equals(known) || to.startsWith(known + "/") || known.startsWith(to + "/")).findFirst();
    other.ifPresent(
        known ->
            problems.at(row.at("to"), "Another row goes to %s already.".formatted(known), "Let each row go to a place of its own."));
    targets.put(to, row);
  }

  private void outputs(Place integration, Problems problems) {
    for (Map.Entry<String, Place> output : integration.at("outputs").members()) {
      VariableNames.check(output.getKey(), output.getValue(), problems);
      if (output.getValue().node().isObject()) {
        source(output.getValue(), replies, false, problems);
      } else {
        ExpressionReport.check(replies, output.getValue(), ValueKind.ANY, problems);
      }
    }
  }

  private void source(Place row, ExpressionCheck check, boolean constant, Problems problems) {
    if (row.has("from") && row.has("value")) {
      problems.atKey(row.at("value"), "The value has two sources.", "Keep 'from' or 'value'.");
    } else if (!row.has("from") && !row.has("value") && !(constant && row.has("default"))) {
      problems.at(row, "The value has no source.", "Give it 'from', a JSON pointer, or 'value', an expression.");
    }
    ExpressionReport.check(check, row.at("value"), ValueKind.ANY, problems);
    ExpressionReport.check(constants, row.at("default"), ValueKind.ANY, problems);
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
