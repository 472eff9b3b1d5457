package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.desk.ConnectorDesk;
import org.casebound.fulfillment.desk.ConnectorFigures;
import org.casebound.fulfillment.desk.ConnectorView;

/** The connectors, whether calls go out, and how the newest ones went. */
@Named
@RequestScoped
public class ConnectorsPage {
  @Inject private ConnectorDesk desk;
  @Inject private Notices notices;

  private List<Row> rows = List.of();

  /** One connector and how its newest calls went. */
  public record Row(ConnectorView view, ConnectorFigures figures) {}

  /** Reads the list. */
  public void open() {
    notices.read(desk::board).ifPresent(board -> rows = board.connectors().stream().map(each -> new Row(each, board.figures().get(each.name()))).toList());
  }

  public List<Row> getRows() {
    return rows;
  }
}
