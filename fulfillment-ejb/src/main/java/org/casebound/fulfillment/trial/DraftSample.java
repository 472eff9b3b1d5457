package org.casebound.fulfillment.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.studio.IntegrationDraft;

/** Begins samples of integrations that stand in drafts: a value for each input, and the answer of the first scenario that says one. */
final class DraftSample {
  private DraftSample() {}

  /**
   * @param index place of the integration among those of the text, from 0
   * @throws UnknownRecord when there is none
   * @throws org.casebound.fulfillment.studio.BundleRefused when the text is no YAML
   */
  static IntegrationSample of(String text, int index) {
    Map<String, Object> bundle = IntegrationDraft.tree(text);
    List<?> integrations = list(bundle, "integrations");
    if (index < 0 || index >= integrations.size() || !(integrations.get(index) instanceof Map<?, ?> found)) {
      throw new UnknownRecord("integration", String.valueOf(index));
    }
    Map<String, Object> draft = named(found);
    Map<String, Object> input = new LinkedHashMap<>();
    list(draft, "inputs").forEach(each -> input.put(name(each), example(each)));
    return new IntegrationSample(Optional.empty(), Optional.empty(), Optional.of(draft), input, reply(bundle, draft.get("name")));
  }

  private static Optional<Map<String, Object>> reply(Map<String, Object> bundle, Object integration) {
    return list(bundle, "scenarios").stream()
        .flatMap(scenario -> list(named(scenario), "answers").stream())
        .map(DraftSample::named)
        .filter(answer -> Objects.equals(answer.get("call"), integration) && answer.get("reply") instanceof Map)
        .findFirst()
        .map(answer -> named(answer.get("reply")));
  }

  private static String name(Object input) {
    return input instanceof Map<?, ?> ? String.valueOf(named(input).get("name")) : String.valueOf(input);
  }

  private static Object example(Object input) {
    String type = String.valueOf(named(input).getOrDefault("type", "Any")).toUpperCase(Locale.ROOT);
    return List.of(InputDefinition.Type.values()).stream().filter(each -> each.name().equals(type)).findFirst().map(InputDefinition.Type::example).orElse("");
  }

  private static List<?> list(Map<String, Object> tree, String name) {
    return tree.get(name) instanceof List<?> list ? list : List.of();
  }

  private static Map<String, Object> named(Object tree) {
    Map<String, Object> named = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> members) {
      members.forEach((name, value) -> named.put(String.valueOf(name), value));
    }
    return named;
  }
}
