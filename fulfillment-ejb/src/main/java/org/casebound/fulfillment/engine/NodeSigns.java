package org.casebound.fulfillment.engine;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.casebound.domain.flow.NodeRun;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.notice.Changed;
import org.casebound.fulfillment.notice.NewsBoard;
import org.casebound.fulfillment.notice.Topic;
import org.casebound.fulfillment.persistence.NodeRepository;

/** Notes in the database that this node lives, for people to see. Not for callers outside the module. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NodeSigns {
  /** How long a run is remembered after its last sign. */
  private static final Duration MEMORY = Duration.ofDays(1);

  @Inject private NodeRepository nodes;
  @Inject private FulfillmentSettings settings;
  @Inject private NewsBoard board;
  @Inject private Event<Changed> changed;
  @Inject private Clock clock;

  /** This run of this node lives; the first time it forgets the runs of old. */
  public void sign() {
    Instant now = clock.instant();
    if (!nodes.sign(settings.node(), now)) {
      nodes.add(new NodeRun(settings.node(), now));
      nodes.forget(now.minus(MEMORY));
    }
    if (board.isHeard()) {
      changed.fire(new Changed(Topic.NODES));
    }
  }
}
