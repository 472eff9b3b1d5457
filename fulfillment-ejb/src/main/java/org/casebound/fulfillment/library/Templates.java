package org.casebound.fulfillment.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.studio.BundleReader;

/** The processes that come with the product, to begin with: they work at once with the demo bank. None is published by itself. Thread-safe. */
@ApplicationScoped
public class Templates {
  /** What each is called. */
  public static final List<String> IDS =
      List.of(
          "address-update",
          "block-card",
          "cheque-book-order",
          "complaint",
          "credit-limit-change",
          "data-access-request",
          "fee-reversal",
          "pin-reset",
          "statement-copy",
          "transaction-dispute");

  private final List<TemplateLine> lines;

  /** Only for the container. */
  protected Templates() {
    this.lines = List.of();
  }

  @Inject
  Templates(BundleReader reader) {
    this.lines = IDS.stream().map(id -> line(id, reader.read(id + ".yaml", text(id, "New_Process")))).toList();
  }

  /** All of them, by label. */
  List<TemplateLine> all() {
    return lines.stream().sorted(Comparator.comparing(TemplateLine::label)).toList();
  }

  /**
   * The bundle of a template.
   *
   * @param name API name of the process that it becomes
   * @throws UnknownRecord when there is no such template
   */
  public static String text(String id, String name) {
    if (!IDS.contains(id)) {
      throw new UnknownRecord("template", id);
    }
    try (InputStream text = Templates.class.getResourceAsStream("templates/" + id + ".yaml")) {
      if (text == null) {
        throw new IllegalStateException("The build left out the template " + id + ".");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("New_Process", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TemplateLine line(String id, ProcessBundle bundle) {
    Set<String> queues =
        bundle.flows().stream()
            .filter(Orchestration.class::isInstance)
            .flatMap(flow -> ((Orchestration) flow).stages().stream())
            .flatMap(stage -> stage.steps().stream())
            .filter(step -> step.work() instanceof StepDefinition.Interactive)
            .map(step -> ((StepDefinition.Interactive) step.work()).queue())
            .collect(Collectors.toSet());
    return new TemplateLine(
        id,
        bundle.process().label(),
        bundle.process().description(),
        bundle.process().category(),
        bundle.queues().stream().filter(queue -> queues.contains(queue.name())).map(queue -> queue.label()).toList());
  }
}
