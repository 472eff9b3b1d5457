package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.trial.IntegrationDesk;
import org.casebound.fulfillment.trial.IntegrationViews;
import org.jspecify.annotations.Nullable;

/** The integrations of all active processes, or those that use one connector. */
@Named
@RequestScoped
public class DefinitionsPage {
  @Inject private IntegrationDesk desk;
  @Inject private Notices notices;

  private @Nullable String connector;
  private List<IntegrationViews.Line> lines = List.of();

  /** Reads the list. */
  public void open() {
    lines = notices.read(desk::all).orElse(List.of());
  }

  public List<IntegrationViews.Line> getItems() {
    return lines.stream().filter(line -> connector == null || line.connector().equals(connector)).toList();
  }

  /** The connectors that are used, by name. */
  public List<String> getConnectors() {
    return lines.stream().map(IntegrationViews.Line::connector).distinct().sorted().toList();
  }

  /** The address of this list for another connector. */
  public String address(@Nullable String toConnector) {
    return Address.of("/integrations/definitions").with("connector", toConnector).toString();
  }

  public @Nullable String getConnector() {
    return connector;
  }

  public void setConnector(@Nullable String connector) {
    this.connector = connector == null || connector.isBlank() ? null : connector.strip();
  }
}
