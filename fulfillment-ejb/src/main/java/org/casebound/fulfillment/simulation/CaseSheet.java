package org.casebound.fulfillment.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.Values;

/** The case of a story with its request, as expressions see them. Not thread-safe. */
final class CaseSheet {
  private static final long ID = 1;

  private final ServiceProcessDefinition process;
  private final String number = new CaseNumber(ID).toString();
  private Values ofCase;
  private Values ofRequest;
  private Optional<Resolution> resolution = Optional.empty();
  private String reason = "";
  private String queue;
  private boolean escalated;

  /**
   * A case that was just filed.
   *
   * @param attributes checked values, the base ones included
   */
  CaseSheet(ServiceProcessDefinition process, String requester, Map<String, Object> attributes) {
    this.process = process;
    this.queue = process.queue();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", ID);
    facts.put("number", number);
    facts.put("subject", bound("case.subject", attributes).orElse(process.label()));
    facts.put("status", CaseStatus.NEW.name());
    facts.put("priority", bound("case.priority", attributes).orElse(Priority.MEDIUM.name()));
    facts.put("requester", requester);
    facts.put("process", process.name());
    this.ofCase = new Values(facts);
    this.ofRequest = new Values(attributes);
    bindAgain();
  }

  private Optional<String> bound(String field, Map<String, Object> attributes) {
    return attributesOf(field).map(AttributeDefinition::name).map(attributes::get).map(String::valueOf);
  }

  private Optional<AttributeDefinition> attributesOf(String field) {
    return process.attributes().stream().filter(attribute -> attribute.binding().filter(field::equals).isPresent()).findFirst();
  }

  /** Base attributes have their values from the case. */
  private void bindAgain() {
    Map<String, Object> base = new LinkedHashMap<>();
    for (String field : new String[] {"subject", "priority"}) {
      attributesOf("case." + field).ifPresent(attribute -> base.put(attribute.name(), ofCase.asMap().get(field)));
    }
    ofRequest = ofRequest.with(base);
  }

  Values ofCase() {
    return ofCase;
  }

  Values ofRequest() {
    return ofRequest;
  }

  void updateRequest(Map<String, Object> values) {
    ofRequest = ofRequest.with(values);
    bindAgain();
  }

  void updateCase(Map<String, Object> values) {
    ofCase = ofCase.with(values);
    bindAgain();
  }

  /** The case's status follows from what is done for it, until it is closed or a rule escalates it. */
  void progress(CaseStatus status) {
    if (!isClosed() && !escalated) {
      ofCase = ofCase.with(Map.of("status", status.name()));
    }
  }

  /** A rule asks for attention: the case is ESCALATED until it is closed. */
  void escalate() {
    progress(CaseStatus.ESCALATED);
    escalated = true;
  }

  /** Where people find the case. */
  String queue() {
    return queue;
  }

  void moveTo(String other) {
    queue = other;
  }

  /** The number that people use. */
  String number() {
    return number;
  }

  /** What conditions see, by the names that they begin with. */
  Map<String, Object> facts() {
    return Map.of("case", ofCase.asMap(), "request", ofRequest.asMap());
  }

  CaseStatus status() {
    return CaseStatus.valueOf(String.valueOf(ofCase.asMap().get("status")));
  }

  void close(Resolution how, String why) {
    if (!isClosed()) {
      ofCase = ofCase.with(Map.of("status", CaseStatus.CLOSED.name()));
      resolution = Optional.of(how);
      reason = why;
    }
  }

  boolean isClosed() {
    return resolution.isPresent();
  }

  Optional<Resolution> resolution() {
    return resolution;
  }

  String reason() {
    return reason;
  }
}
