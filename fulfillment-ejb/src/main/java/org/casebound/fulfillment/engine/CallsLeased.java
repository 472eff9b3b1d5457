package org.casebound.fulfillment.engine;

import java.util.List;
import org.casebound.fulfillment.integration.CallTask;

/** Calls were decided in the transaction that is still open; this node holds their leases. */
record CallsLeased(List<CallTask> calls) {}
