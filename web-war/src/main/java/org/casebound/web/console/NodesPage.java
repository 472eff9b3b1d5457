package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.desk.NodeDesk;
import org.casebound.fulfillment.desk.NodeView;

/** The server nodes that share the database, and the calls that they are busy with. */
@Named
@RequestScoped
public class NodesPage {
  @Inject private NodeDesk desk;
  @Inject private Notices notices;

  private List<NodeView> nodes = List.of();

  /** Reads the list. */
  public void open() {
    nodes = notices.read(desk::all).orElse(nodes);
  }

  /** Address of the calls that the node has the leases of. */
  public String calls(NodeView node) {
    return Address.of("/integrations/ledger").with("node", node.name()).toString();
  }

  public List<NodeView> getNodes() {
    return nodes;
  }
}
