package org.casebound.fulfillment.integration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Sensitivity;
import org.casebound.domain.shared.Values;

/** What was sent and answered, as far as the definition lets it be kept and the reader may see it. */
public final class Payload {
  /** What stands for a hidden value. */
  public static final String MASK = "••••••";

  /** In JSON a character may become six; no database must refuse the text. */
  private static final int MOST_CHARACTERS = 150_000;

  private static final String REQUEST = "request";
  private static final String REPLY = "reply";
  private static final Predicate<Sensitivity> OPEN =
      sensitivity -> sensitivity == Sensitivity.PUBLIC || sensitivity == Sensitivity.INTERNAL;

  private Payload() {}

  /** What is kept of a call. */
  public static Values kept(
      IntegrationDefinition definition, Expressions expressions, Map<String, Object> input, Outcome outcome) {
    if (definition.payloadLog() == PayloadLog.OFF) {
      return Values.EMPTY;
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    try {
      whole.put(REQUEST, RequestMapping.apply(definition, expressions, input));
    } catch (RuleViolation neverSent) {
      return Values.EMPTY;
    }
    if (outcome instanceof Outcome.Done done) {
      whole.put(REPLY, done.result());
    }
    if (size(whole) > MOST_CHARACTERS) {
      return new Values(Map.of("omitted", "What was sent and answered is longer than %d characters.".formatted(MOST_CHARACTERS)));
    }
    return definition.payloadLog() == PayloadLog.FULL
        ? masked(definition, whole, sensitivity -> sensitivity != Sensitivity.SECRET, true)
        : masked(definition, whole, OPEN, false);
  }

  /** What of it somebody sees who may not see personal data. */
  public static Values withoutPersonalData(IntegrationDefinition definition, Values kept) {
    return masked(definition, kept.asMap(), OPEN, false);
  }

  /** What of a message is shown whose definition is not known: its structure, and no value. */
  static Map<String, Object> structure(Map<String, Object> message) {
    Map<String, Object> result = new LinkedHashMap<>();
    message.forEach((name, value) -> result.put(name, masked(value, "", Map.of(), OPEN, false)));
    return result;
  }

  private static long size(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream().mapToLong(member -> String.valueOf(member.getKey()).length() + size(member.getValue()) + 4).sum();
    } else if (value instanceof List<?> list) {
      return list.stream().mapToLong(item -> size(item) + 1).sum();
    }
    return String.valueOf(value).length();
  }

  private static Values masked(
      IntegrationDefinition definition, Map<String, Object> whole, Predicate<Sensitivity> shown, boolean others) {
    Map<String, Object> result = new LinkedHashMap<>();
    whole.forEach(
        (part, tree) ->
            result.put(part, masked(tree, "", part.equals(REQUEST) ? ofRequest(definition) : ofReply(definition), shown, others)));
    return new Values(result);
  }

  private static Object masked(
      Object value, String pointer, Map<String, Sensitivity> declared, Predicate<Sensitivity> shown, boolean inherited) {
    boolean show = Optional.ofNullable(declared.get(pointer)).map(shown::test).orElse(inherited);
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> result = new LinkedHashMap<>();
      map.forEach(
          (name, member) ->
              result.put(String.valueOf(name), masked(member, child(pointer, String.valueOf(name)), declared, shown, show)));
      return result;
    } else if (value instanceof List<?> list) {
      return IntStream.range(0, list.size())
          .mapToObj(i -> masked(list.get(i), child(pointer, Integer.toString(i)), declared, shown, show))
          .toList();
    }
    return show ? value : MASK;
  }

  private static Map<String, Sensitivity> ofRequest(IntegrationDefinition definition) {
    Map<String, Sensitivity> inputs = new HashMap<>();
    definition.inputs().forEach(input -> inputs.put(child("", input.name()), input.sensitivity()));
    if (definition.request().isEmpty()) {
      return inputs;
    }
    Map<String, Sensitivity> targets = new HashMap<>();
    for (MappingRow row : definition.request()) {
      Optional<Sensitivity> source = row.pointer().map(pointer -> inputs.get("/" + pointer.split("/", -1)[1]));
      targets.put(row.target(), row.sensitivity().or(() -> source).orElse(InputDefinition.DEFAULT_SENSITIVITY));
    }
    return targets;
  }

  private static Map<String, Sensitivity> ofReply(IntegrationDefinition definition) {
    Map<String, Sensitivity> sources = new HashMap<>();
    definition
        .outputs()
        .forEach(row -> row.pointer().ifPresent(pointer -> row.sensitivity().ifPresent(each -> sources.put(pointer, each))));
    return sources;
  }

  private static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
