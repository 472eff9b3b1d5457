package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.trial.IntegrationDesk;
import org.casebound.fulfillment.trial.IntegrationSample;
import org.casebound.fulfillment.trial.IntegrationViews;
import org.jspecify.annotations.Nullable;

/** The part of the outline where an integration of the draft is tried with a sample: what its mappings make of it. Nothing is sent. */
@Named
@ViewScoped
public class OutlineSample implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OutlinePage page;
  @Inject private IntegrationDesk desk;
  @Inject private Notices notices;

  private String input = "";
  private String reply = "";
  private transient IntegrationViews.@Nullable Preview preview;

  /** Begins a sample with all inputs, and the answer of a scenario when one says it. */
  public void open() {
    if (page.getIntegration() >= 0) {
      begun()
          .ifPresent(
              sample -> {
                input = JsonText.of(sample.input());
                reply = sample.reply().map(JsonText::of).orElse("");
              });
    }
  }

  /** Shows what the mappings make of the sample. */
  public void show() {
    preview = null;
    begun()
        .flatMap(sample -> told(() -> desk.preview(filled(sample))))
        .ifPresent(made -> preview = made);
  }

  private Optional<IntegrationSample> begun() {
    return told(() -> desk.sample(page.text(), page.getIntegration()));
  }

  private IntegrationSample filled(IntegrationSample sample) {
    return new IntegrationSample(
        Optional.empty(),
        Optional.empty(),
        sample.draft(),
        JsonText.read(input),
        reply.isBlank() ? Optional.empty() : Optional.of(JsonText.read(reply)));
  }

  /** Mistakes of the integration are told like what else is refused. */
  private <T> Optional<T> told(Supplier<T> command) {
    try {
      return notices.run(command);
    } catch (BundleRefused mistakes) {
      mistakes.problems().forEach(problem -> notices.problem(problem.message() + " " + problem.mend()));
      return Optional.empty();
    }
  }

  /** The value with a line for each member. */
  public String json(Object value) {
    return JsonText.of(value);
  }

  /** What was made of the sample; nothing before. */
  public IntegrationViews.@Nullable Preview getPreview() {
    return preview;
  }

  public String getInput() {
    return input;
  }

  public void setInput(@Nullable String input) {
    this.input = Objects.requireNonNullElse(input, "");
  }

  public String getReply() {
    return reply;
  }

  public void setReply(@Nullable String reply) {
    this.reply = Objects.requireNonNullElse(reply, "");
  }
}
