package org.casebound.fulfillment.desk;

import java.util.List;
import java.util.Map;

/**
 * All connectors with how their newest calls went.
 *
 * @param figures by name of the connector; one for each
 * @param resumeRate parked tries that resume in a second when a connector is started, over all nodes
 */
public record ConnectorBoard(List<ConnectorView> connectors, Map<String, ConnectorFigures> figures, int resumeRate) {
  public ConnectorBoard {
    connectors = List.copyOf(connectors);
    figures = Map.copyOf(figures);
  }
}
