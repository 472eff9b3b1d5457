package org.casebound.fulfillment.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.NodeRun;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.persistence.NodeRepository;
import org.casebound.fulfillment.persistence.NodeRepository.Leases;

/** What operators see of the nodes that share the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class NodeDesk {
  @Inject private NodeRepository nodes;
  @Inject private FulfillmentSettings settings;
  @Inject private Clock clock;

  /** The runs of nodes that gave a sign of life within a day, those seen last first. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<NodeView> all() {
    Instant now = clock.instant();
    Map<String, Leases> leases = nodes.leases();
    return nodes.all().stream().map(run -> view(run, Optional.ofNullable(leases.get(run.name())), now)).toList();
  }

  private NodeView view(NodeRun run, Optional<Leases> leases, Instant now) {
    return new NodeView(
        run.name(),
        run.startedAt(),
        run.seenAt(),
        run.lives(settings.lease(), now),
        leases.map(Leases::count).orElse(0L),
        leases.map(Leases::nextEnd));
  }
}
