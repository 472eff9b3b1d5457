package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of a server node.
 *
 * @param name name of the node, and which run of it; leases carry it
 * @param seenAt its last sign of life
 * @param alive whether that was not longer ago than a lease lasts; another node takes over the work of one that is not
 * @param leases tries of calls that it is busy with: the length of the ledger's list of this node
 * @param nextLeaseEnd when the first of these leases ends, unless it is prolonged
 */
public record NodeView(
    String name, Instant startedAt, Instant seenAt, boolean alive, long leases, Optional<Instant> nextLeaseEnd) {}
