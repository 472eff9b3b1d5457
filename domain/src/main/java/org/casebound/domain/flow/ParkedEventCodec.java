package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.casebound.domain.shared.Values;

/** Events that happen to a suspended flow, as values that can be stored. */
final class ParkedEventCodec {
  private static final String KIND = "kind";
  private static final String STEP = "step";
  private static final String CODE = "code";
  private static final String MESSAGE = "message";
  private static final String DATA = "data";

  private ParkedEventCodec() {}

  /** Whether the event is one of those that wait until a suspended flow is resumed. */
  static boolean waits(FlowEvent event) {
    return event instanceof FlowEvent.WorkFinished
        || event instanceof FlowEvent.CallDone
        || event instanceof FlowEvent.CallFailed
        || event instanceof FlowEvent.StepBroken
        || event instanceof FlowEvent.TimerFired
        || event instanceof FlowEvent.EventArrived;
  }

  static Values write(FlowEvent event) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(KIND, event.getClass().getSimpleName());
    if (event instanceof FlowEvent.WorkFinished work) {
      values.put(STEP, work.step());
      values.put("by", work.by());
      values.put("outcome", work.outcome());
      values.put("comment", work.comment());
      values.put(DATA, work.data());
    } else if (event instanceof FlowEvent.CallDone done) {
      values.put(STEP, done.step());
      values.put(DATA, done.outputs());
    } else if (event instanceof FlowEvent.CallFailed failed) {
      putFailure(values, failed.step(), failed.code(), failed.message());
    } else if (event instanceof FlowEvent.StepBroken broken) {
      putFailure(values, broken.step(), broken.code(), broken.message());
    } else if (event instanceof FlowEvent.TimerFired fired) {
      values.put(STEP, fired.step());
      values.put("element", fired.element());
    } else if (event instanceof FlowEvent.EventArrived arrived) {
      values.put("name", arrived.name());
      values.put(DATA, arrived.data());
    } else {
      throw new IllegalArgumentException("this does not happen to a suspended flow: " + event);
    }
    return new Values(values);
  }

  static FlowEvent read(Values stored) {
    Map<String, Object> values = stored.asMap();
    return switch (text(values, KIND)) {
      case "WorkFinished" ->
          new FlowEvent.WorkFinished(
              text(values, STEP), text(values, "by"), text(values, "outcome"), text(values, "comment"), data(values));
      case "CallDone" -> new FlowEvent.CallDone(text(values, STEP), data(values));
      case "CallFailed" ->
          new FlowEvent.CallFailed(text(values, STEP), text(values, CODE), text(values, MESSAGE));
      case "StepBroken" ->
          new FlowEvent.StepBroken(text(values, STEP), text(values, CODE), text(values, MESSAGE));
      case "TimerFired" -> new FlowEvent.TimerFired(text(values, STEP), text(values, "element"));
      case "EventArrived" -> new FlowEvent.EventArrived(text(values, "name"), data(values));
      default -> throw new IllegalStateException("a stored event is of no known kind: " + values.get(KIND));
    };
  }

  private static void putFailure(Map<String, Object> values, String step, String code, String message) {
    values.put(STEP, step);
    values.put(CODE, code);
    values.put(MESSAGE, message);
  }

  private static String text(Map<String, Object> values, String name) {
    return String.valueOf(values.get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(Map<String, Object> values) {
    return (Map<String, Object>) values.get(DATA);
  }
}
