package org.casebound.fulfillment.webhook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casebound.domain.integration.WebhookEvent;

/** The members of a kind of message, from which its schema and a sample are written. Immutable. */
final class EventShape {
  private static final String TIME = "2026-11-26T10:42:07.184Z";

  private final List<Member> members;

  private EventShape(List<Member> members) {
    this.members = List.copyOf(members);
  }

  private record Member(String name, Map<String, Object> schema, Object example, boolean required) {}

  static EventShape empty() {
    return new EventShape(List.of());
  }

  EventShape text(String name, String meaning, String example) {
    return with(new Member(name, schema("string", meaning), example, true));
  }

  EventShape number(String name, String meaning, long example) {
    Map<String, Object> schema = schema("integer", meaning);
    schema.put("minimum", 1);
    return with(new Member(name, schema, example, true));
  }

  EventShape choice(String name, String meaning, Enum<?> example, Enum<?>[] choices) {
    Map<String, Object> schema = schema("string", meaning);
    schema.put("enum", Arrays.stream(choices).map(Enum::name).toList());
    return with(new Member(name, schema, example.name(), true));
  }

  /** The member that was added last may be missing. */
  EventShape optional() {
    List<Member> all = new ArrayList<>(members);
    Member last = all.remove(all.size() - 1);
    all.add(new Member(last.name(), last.schema(), last.example(), false));
    return new EventShape(all);
  }

  private EventShape with(Member member) {
    return new EventShape(Stream.concat(members.stream(), Stream.of(member)).toList());
  }

  Map<String, Object> schema(WebhookEvent event) {
    Map<String, Object> properties = new LinkedHashMap<>();
    members.forEach(member -> properties.put(member.name(), member.schema()));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", "object");
    data.put("required", members.stream().filter(Member::required).map(Member::name).toList());
    data.put("properties", properties);
    Map<String, Object> time = schema("string", "When it happened, in UTC.");
    time.put("format", "date-time");
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("type", Map.of("const", event.type()));
    envelope.put("timestamp", time);
    envelope.put("data", data);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", event.type());
    schema.put("type", "object");
    schema.put("required", List.of("type", "timestamp", "data"));
    schema.put("properties", envelope);
    return schema;
  }

  Map<String, Object> sample(WebhookEvent event) {
    Map<String, Object> data = new LinkedHashMap<>();
    members.forEach(member -> data.put(member.name(), member.example()));
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("type", event.type());
    sample.put("timestamp", TIME);
    sample.put("data", data);
    return sample;
  }

  private static Map<String, Object> schema(String type, String meaning) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    schema.put("description", meaning);
    return schema;
  }
}
