package org.casebound.fulfillment.desk;

import java.util.Optional;

/**
 * Which flows to list, newest first.
 *
 * @param cursor where the last page ended
 * @param size 1 to 100
 */
public record FlowQuery(FlowFilter filter, Optional<String> cursor, int size) {}
