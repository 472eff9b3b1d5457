package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.shared.RuleViolation;

/** Does what a tree of elements says by walking over it: a second, plain reading of the same rules. */
final class TreeWalk {
  private final List<String> log = new ArrayList<>();
  private final Expressions expressions = new TinyExpressions();
  private final Map<String, Autolaunched> flows;
  private final Choices answers;
  private final Map<String, Object> caseFacts;
  private final Map<String, Object> request;

  /** The whole step ends here. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Variables and faults of one flow. */
  private static final class Frame {
    final Map<String, Object> variables;
    final Map<String, VariableDefinition> declared;
    final boolean outermost;
    Optional<Map<String, Object>> fault = Optional.empty();
    Map<String, Object> items = Map.of();

    Frame(Map<String, Object> variables, List<VariableDefinition> declared, boolean outermost) {
      this.variables = variables;
      this.outermost = outermost;
      this.declared = new HashMap<>();
      declared.forEach(variable -> this.declared.put(variable.name(), variable));
    }
  }

  TreeWalk(Map<String, Autolaunched> flows, Choices answers, Map<String, Object> caseFacts, Map<String, Object> request) {
    this.flows = flows;
    this.answers = answers;
    this.caseFacts = new LinkedHashMap<>(caseFacts);
    this.request = new LinkedHashMap<>(request);
  }

  List<String> walk(List<Element> elements) {
    try {
      all(elements, new Frame(new LinkedHashMap<>(), List.of(), true), "");
      log.add("StepCompleted straight");
    } catch (RuleViolation violation) {
      log.add("StepFailed straight " + violation.code());
    } catch (Stopped stopped) {
      // said so itself
    }
    return log;
  }

  private void all(List<Element> elements, Frame frame, String prefix) {
    elements.forEach(element -> one(element, frame, prefix));
  }

  private void one(Element element, Frame frame, String prefix) {
    if (!(element instanceof Element.Guarded guarded)) {
      bare(element, frame, prefix);
      return;
    }
    Map<String, Object> items = frame.items;
    Optional<Map<String, Object>> before = frame.fault;
    try {
      bare(guarded.element(), frame, prefix);
    } catch (RuleViolation fault) {
      frame.items = items;
      Map<String, Object> known = new HashMap<>();
      known.put("code", fault.code());
      frame.fault = Optional.of(known);
      log.add("FaultTaken " + fault.code());
      all(guarded.onFault(), frame, prefix);
    }
    frame.fault = before;
  }

  private void bare(Element element, Frame frame, String prefix) {
    String path = prefix + element.name();
    if (element instanceof Element.Assign assign) {
      set(frame, assign.variable(), value(assign.value(), frame));
    } else if (element instanceof Element.UpdateRequest update) {
      update.values().forEach((name, text) -> request.put(name, value(text, frame)));
      log.add("RequestUpdated");
    } else if (element instanceof Element.UpdateCase update) {
      Map<String, Object> values = values(update.values(), frame);
      values.forEach(Case::requireValid);
      caseFacts.putAll(values);
      log.add("CaseUpdated");
    } else if (element instanceof Element.CloseCase close) {
      log.add("CaseClosed FULFILLED " + value(close.reason().orElseThrow(), frame));
      log.add("StepCompleted straight");
      throw new Stopped();
    } else if (element instanceof Element.Notify notify) {
      log.add("Notified anna %s text".formatted(value(notify.subject(), frame)));
    } else if (element instanceof Element.RaiseIncident incident) {
      value(incident.message(), frame);
      log.add("StepFailed straight STOP");
      throw new Stopped();
    } else if (element instanceof Element.CustomError error) {
      throw new RuleViolation(error.code(), String.valueOf(value(error.message(), frame)));
    } else {
      waiting(element, frame, path);
    }
  }

  private void waiting(Element element, Frame frame, String path) {
    if (element instanceof Element.CallIntegration) {
      log.add("CallPlaced straight " + path);
      requireAnswered();
      set(frame, "reference", "R");
    } else if (element instanceof Element.CallAction action) {
      log.add("ActionPlaced straight " + path);
      requireAnswered();
      action.output().keySet().forEach(name -> set(frame, name, "R"));
    } else if (element instanceof Element.GetRecords get) {
      log.add("RecordsWanted straight " + path);
      requireAnswered();
      set(frame, get.variable(), List.of());
    } else if (element instanceof Element.CreateRecord create) {
      log.add("RecordWritten straight " + path);
      requireAnswered();
      set(frame, create.variable().orElseThrow(), List.of());
    } else if (element instanceof Element.UpdateRecord) {
      log.add("RecordWritten straight " + path);
      requireAnswered();
    } else if (element instanceof Element.WaitFor wait) {
      if (!WaitTimes.duration(value(wait.duration(), frame), path).isZero()) {
        log.add("WaitBegun straight " + path);
        answers.next(2);
      }
    } else if (element instanceof Element.WaitUntil wait) {
      WaitTimes.instant(value(wait.time(), frame), path);
      log.add("WaitBegun straight " + path);
      answers.next(2);
    } else {
      compound(element, frame, path);
    }
  }

  private void requireAnswered() {
    if (answers.next(2) == 1) {
      throw new RuleViolation("NO", "the bank says no");
    }
  }

  private void compound(Element element, Frame frame, String path) {
    String prefix = path.substring(0, path.length() - element.name().length());
    if (element instanceof Element.WaitForEvent wait) {
      log.add("EventAwaited straight " + path);
      if (answers.next(2) == 0) {
        wait.variable().ifPresent(name -> set(frame, name, Map.of("sum", 5L)));
      } else {
        all(wait.onTimeout(), frame, prefix);
      }
    } else if (element instanceof Element.Decide decide) {
      for (Element.Rule rule : decide.rules()) {
        if (expressions.holds(rule.when(), facts(frame))) {
          all(rule.then(), frame, prefix);
          return;
        }
      }
      all(decide.otherwise(), frame, prefix);
    } else if (element instanceof Element.ForEach loop) {
      if (!(value(loop.in(), frame) instanceof List<?> items)) {
        throw new RuleViolation("FLOW-007", "not a list");
      }
      Map<String, Object> before = frame.items;
      for (Object item : items) {
        frame.items = new HashMap<>(before);
        frame.items.put(loop.item(), item);
        all(loop.body(), frame, prefix);
      }
      frame.items = before;
    } else {
      run((Element.Subflow) element, frame, path);
    }
  }

  private void run(Element.Subflow subflow, Frame frame, String path) {
    Autolaunched flow = flows.get(subflow.flow());
    Map<String, Object> given = values(subflow.input(), frame);
    Frame inner = new Frame(new LinkedHashMap<>(), flow.variables(), false);
    for (VariableDefinition variable : flow.variables()) {
      Object first =
          given.containsKey(variable.name())
              ? given.get(variable.name())
              : variable.defaultValue().map(text -> value(text, inner)).orElse("");
      set(inner, variable.name(), first);
    }
    all(flow.elements(), inner, path + "/");
    subflow.output().forEach((variable, output) -> set(frame, variable, inner.variables.get(output)));
  }

  private void set(Frame frame, String variable, Object value) {
    VariableDefinition declared = frame.declared.get(variable);
    boolean number = declared != null && declared.type() == VariableDefinition.Type.NUMBER;
    if (number && !(value instanceof Number) && !value.equals("")) {
      throw new RuleViolation("FLOW-006", "not a number");
    }
    frame.variables.put(variable, value);
    if (frame.outermost) {
      log.add("VariableSet %s=%s".formatted(variable, value));
    }
  }

  private Map<String, Object> values(Map<String, String> texts, Frame frame) {
    Map<String, Object> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name, value(text, frame)));
    return values;
  }

  private Object value(String expression, Frame frame) {
    return expressions.value(expression, facts(frame));
  }

  private Map<String, Object> facts(Frame frame) {
    Map<String, Object> variables = new HashMap<>(frame.variables);
    variables.putAll(frame.items);
    Map<String, Object> facts = new HashMap<>(Map.of("case", caseFacts, "request", request, "vars", variables));
    frame.fault.ifPresent(fault -> facts.put("fault", fault));
    return facts;
  }
}
