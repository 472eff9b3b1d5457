package org.casebound.fulfillment.migration;

import java.util.Optional;
import org.casebound.domain.flow.MigrationPlan;

/**
 * Asks to move running flows to another version.
 *
 * @param flow API name of the flow; empty: the fulfillment flow of the process
 * @param reason kept in the history of each case; must not be empty
 */
public record MigrationRequest(
    String process, int fromVersion, int toVersion, Optional<String> flow, MigrationPlan plan, String reason) {}
