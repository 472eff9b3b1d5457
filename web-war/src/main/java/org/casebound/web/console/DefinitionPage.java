package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.fulfillment.trial.IntegrationDesk;
import org.casebound.fulfillment.trial.IntegrationSample;
import org.casebound.fulfillment.trial.IntegrationViews;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** One integration with its mappings; process owners try it here with a sample, and call the back office only when they tick so. */
@Named
@ViewScoped
public class DefinitionPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private IntegrationDesk desk;
  @Inject private Notices notices;
  @Inject @Param(pathIndex = 0) private @Nullable String processPath;
  @Inject @Param(pathIndex = 1) private @Nullable String namePath;

  private String process = "";
  private String name = "";
  private String input = "";
  private String reply = "";
  private boolean really;
  private transient @Nullable IntegrationDefinition definition;
  private transient List<IntegrationViews.Line> lines = List.of();
  private transient IntegrationViews.@Nullable Preview preview;
  private transient IntegrationViews.@Nullable Tested tested;

  /** Reads the integration and begins a sample with all its inputs. */
  public void open() {
    process = processPath == null ? "" : processPath;
    name = namePath == null ? "" : namePath;
    read();
    if (definition != null) {
      Map<String, Object> sample = new LinkedHashMap<>();
      definition.inputs().forEach(each -> sample.put(each.name(), each.type().example()));
      input = JsonText.of(sample);
    }
  }

  private void read() {
    notices.read(() -> desk.definition(process, name)).ifPresent(found -> definition = found);
    lines = notices.read(desk::all).orElse(List.of()).stream().filter(line -> line.process().equals(process) && line.name().equals(name)).toList();
  }

  /** Shows what the mappings make of the sample; nothing is sent. */
  public void show() {
    forget();
    notices.run(() -> desk.preview(sample())).ifPresent(made -> preview = made);
    read();
  }

  /** Tries the integration; the call is made only when that was ticked, and the tick counts once. */
  public void test() {
    forget();
    boolean call = really;
    really = false;
    notices.run(() -> desk.test(sample(), call)).ifPresent(made -> tested = made);
    read();
  }

  private void forget() {
    preview = null;
    tested = null;
  }

  private IntegrationSample sample() {
    return new IntegrationSample(
        Optional.of(process),
        Optional.of(name),
        Optional.empty(),
        JsonText.read(input),
        reply.isBlank() ? Optional.empty() : Optional.of(JsonText.read(reply)));
  }

  /** The value with a line for each member. */
  public String json(Object value) {
    return JsonText.of(value);
  }

  public IntegrationDefinition getDefinition() {
    return definition;
  }

  public IntegrationViews.Line getLine() {
    return lines.get(0);
  }

  public IntegrationViews.@Nullable Preview getPreview() {
    return preview;
  }

  public IntegrationViews.@Nullable Tested getTested() {
    return tested;
  }

  public String getProcess() {
    return process;
  }

  public String getName() {
    return name;
  }

  public String getInput() {
    return input;
  }

  public void setInput(@Nullable String input) {
    this.input = input == null ? "" : input;
  }

  public String getReply() {
    return reply;
  }

  public void setReply(@Nullable String reply) {
    this.reply = reply == null ? "" : reply;
  }

  public boolean isReally() {
    return really;
  }

  public void setReally(boolean really) {
    this.really = really;
  }
}
