package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.outline.BundleEdit;
import org.casebound.fulfillment.simulation.SampleForm;
import org.casebound.fulfillment.simulation.ScenarioResult;
import org.casebound.fulfillment.simulation.Simulations;
import org.casebound.fulfillment.simulation.SimulationView;
import org.casebound.fulfillment.simulation.SuiteResult;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.web.console.flow.FlowPainter;
import org.casebound.web.console.flow.FlowPicture;
import org.jspecify.annotations.Nullable;

/**
 * The part of the process page where the process is tried: with sample data, or with the scenarios it keeps. What is in the text is
 * played, saved or not.
 */
@Named
@ViewScoped
public class SimulationPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Simulations simulations;
  @Inject private ProcessPage page;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;

  private boolean broken;
  private String keepName = "";
  private transient @Nullable Map<String, Object> sample;
  private transient @Nullable SampleForm form;
  private transient @Nullable SampleFields fields;
  private transient @Nullable SimulationView view;
  private transient @Nullable SuiteResult suite;
  private transient Map<Long, List<FlowPicture>> painted = new HashMap<>();

  /** Reads what may be chosen. */
  public void open() {
    if (visitor.isProcessOwner()) {
      readAgain();
    }
  }

  /** Reads the attributes, steps and scenarios of the text as it is now. */
  public void readAgain() {
    view = null;
    suite = null;
    played(() -> simulations.form(page.getName(), text()))
        .ifPresent(
            found -> {
              form = found;
              fields = new SampleFields(found, texts);
            });
  }

  /** Plays the process with the sample data. */
  public void play() {
    if (fields != null) {
      Map<String, Object> scenario = fields.scenario();
      view = null;
      told(() -> simulations.play(page.getName(), text(), scenario)).ifPresent(this::show);
      sample = view == null ? null : scenario;
    }
  }

  /** Writes the sample that was played last into the draft as a scenario, which expects what came of it. */
  public void keep() {
    SimulationView played = view;
    Map<String, Object> story = sample;
    if (played == null || story == null || text().isEmpty()) {
      return;
    }
    Map<String, Object> scenario = new LinkedHashMap<>();
    scenario.put("name", keepName.strip());
    scenario.putAll(story);
    scenario.put("expect", Map.of("end", played.result().report().ending().end().name()));
    told(
            () -> {
              int kept = simulations.form(page.getName(), text()).scenarios().size();
              return BundleEdit.add(page.getText(), "/scenarios", kept, scenario);
            })
        .ifPresent(
            written -> {
              page.setText(written);
              page.save();
            });
  }

  /** Plays a scenario that the process keeps. */
  public void playKept(String scenario) {
    view = null;
    sample = null;
    told(() -> simulations.playKept(page.getName(), text(), scenario)).ifPresent(this::show);
  }

  /** Plays all scenarios that the process keeps. */
  public void playAll() {
    view = null;
    suite = null;
    told(() -> simulations.playAll(page.getName(), text())).ifPresent(played -> suite = played);
  }

  private void show(SimulationView played) {
    view = played;
    painted = new HashMap<>();
  }

  private Optional<String> text() {
    return page.getText().isBlank() ? Optional.empty() : Optional.of(page.getText());
  }

  private <T> Optional<T> told(Supplier<T> command) {
    Optional<T> played = notices.run(() -> played(command)).flatMap(found -> found);
    if (broken) {
      notices.problem(texts.of("sim.broken"));
    }
    return played;
  }

  /** A text with mistakes can not be played; the list of problems says more. */
  private <T> Optional<T> played(Supplier<T> command) {
    try {
      broken = false;
      return Optional.of(command.get());
    } catch (BundleRefused refused) {
      broken = refused.problems().stream().noneMatch(problem -> problem.pointer().startsWith("/scenarios/0/"));
      refused.problems().stream().filter(problem -> !broken).forEach(problem -> notices.problem(problem.message()));
      return Optional.empty();
    } catch (UnknownRecord unknown) {
      return Optional.empty();
    }
  }

  /** The picture of a flow of the story. */
  public List<FlowPicture> pictures(FlowView flow) {
    return painted.computeIfAbsent(
        flow.id(),
        id -> view == null ? List.of() : view.plans().stream().filter(plan -> plan.flowId() == id).map(plan -> FlowPainter.paint(plan, flow)).toList());
  }

  /** Values on one line. */
  public String lines(Map<String, Object> values) {
    return values.entrySet().stream().map(value -> value.getKey() + ": " + value.getValue()).collect(Collectors.joining(", "));
  }

  /** Names on one line. */
  public String names(List<String> names) {
    return String.join(", ", names);
  }

  /** Whether a sample was played that the draft can keep. */
  public boolean isKeepable() {
    return view != null && sample != null && page.getDraft() != null;
  }

  public String getKeepName() {
    return keepName;
  }

  public void setKeepName(@Nullable String keepName) {
    this.keepName = keepName == null ? "" : keepName;
  }

  /** Whether the text can not be played. */
  public boolean isBroken() {
    return broken;
  }

  /** What may be chosen; nothing while the text has mistakes. */
  public @Nullable SampleFields getFields() {
    return fields;
  }

  /** The scenarios that the process keeps. */
  public List<SampleForm.ScenarioLine> getKept() {
    return form == null ? List.of() : form.scenarios();
  }

  /** The story that was played last; nothing before. */
  public @Nullable SimulationView getView() {
    return view;
  }

  /** What came of a scenario when all were played; nothing before. */
  public List<ScenarioResult> resultsOf(String scenario) {
    return suite == null ? List.of() : suite.results().stream().filter(result -> result.name().equals(scenario)).toList();
  }

  /** What came of all scenarios; nothing before they were played. */
  public @Nullable SuiteResult getSuite() {
    return suite;
  }
}
