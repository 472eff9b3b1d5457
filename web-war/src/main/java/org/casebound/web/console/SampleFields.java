package org.casebound.web.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casebound.fulfillment.simulation.SampleForm;
import org.casebound.fulfillment.simulation.SampleForm.CallChoice;
import org.casebound.fulfillment.simulation.SampleForm.StepChoice;

/** What was entered and chosen to try a process with. Its rules are checked by the engine, not here. */
public final class SampleFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient List<FormField> fields;
  private final transient List<Choice> people;
  private final transient List<Choice> systems;

  SampleFields(SampleForm form, Texts texts) {
    fields = form.attributes().stream().map(FormField::new).toList();
    people = form.steps().stream().map(Choice::ofStep).toList();
    Stream<Choice> preprocessor = form.preprocessor().stream().map(name -> Choice.ofPreprocessor(name, texts));
    systems = Stream.concat(preprocessor, form.calls().stream().map(call -> Choice.ofCall(call, texts))).toList();
  }

  /** The scenario that they make, as a bundle would say it. */
  Map<String, Object> scenario() {
    Map<String, Object> request = new LinkedHashMap<>();
    fields.forEach(field -> field.value().ifPresent(value -> request.put(field.getName(), value)));
    return Map.of(
        "request", request,
        "work", people.stream().map(Choice::scenario).toList(),
        "answers", systems.stream().map(Choice::scenario).toList());
  }

  public List<FormField> getFields() {
    return fields;
  }

  /** What people decide, by step. */
  public List<Choice> getPeople() {
    return people;
  }

  /** What the preprocessor answers, if there is one, and then what back offices answer, by integration. */
  public List<Choice> getSystems() {
    return systems;
  }

  /** A choice of one thing. */
  public static final class Choice {
    private final String label;
    private final List<Option> options;
    private String chosen;

    /**
     * One thing to choose.
     *
     * @param scenario its entry in the scenario
     */
    public record Option(String name, String label, Map<String, Object> scenario) {}

    private Choice(String label, List<Option> options) {
      this.label = label;
      this.options = options;
      this.chosen = options.get(0).name();
    }

    private static Choice ofStep(StepChoice step) {
      return new Choice(
          step.label(),
          step.outcomes().stream()
              .map(
                  outcome -> {
                    Map<String, Object> work = new LinkedHashMap<>(Map.of("step", step.step(), "outcome", outcome.name(), "comment", outcome.label()));
                    if (!step.data().isEmpty()) {
                      work.put("data", step.data());
                    }
                    return new Option(outcome.name(), outcome.label(), work);
                  })
              .toList());
    }

    private static Choice ofCall(CallChoice call, Texts texts) {
      Map<String, Object> done = new LinkedHashMap<>(Map.of("call", call.name(), "reply", call.reply()));
      if (call.accepted()) {
        done.put("accepted", true);
      }
      String refused = texts.of("sim.answer.refused");
      String failed = texts.of("sim.answer.failed");
      List<Option> options = new ArrayList<>();
      options.add(new Option("done", texts.of("sim.answer.done"), done));
      options.add(new Option("refused", refused, Map.of("call", call.name(), "refused", "REFUSED", "message", refused)));
      options.add(new Option("failed", failed, Map.of("call", call.name(), "failed", "FAILED", "message", failed)));
      return new Choice(call.label(), List.copyOf(options));
    }

    private static Choice ofPreprocessor(String name, Texts texts) {
      String refused = texts.of("sim.answer.refused");
      return new Choice(
          texts.of("sim.target.PREPROCESSOR") + " " + name,
          List.of(
              new Option("done", texts.of("sim.answer.passed"), Map.of("preprocessor", name)),
              new Option("refused", refused, Map.of("preprocessor", name, "refused", "REFUSED", "message", refused))));
    }

    private Map<String, Object> scenario() {
      return options.stream().filter(option -> option.name().equals(chosen)).findFirst().orElse(options.get(0)).scenario();
    }

    public String getLabel() {
      return label;
    }

    public List<Option> getOptions() {
      return options;
    }

    public String getChosen() {
      return chosen;
    }

    public void setChosen(String chosen) {
      this.chosen = chosen;
    }
  }
}
