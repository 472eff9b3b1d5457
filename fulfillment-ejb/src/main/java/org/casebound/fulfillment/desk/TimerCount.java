package org.casebound.fulfillment.desk;

import java.time.Instant;
import org.casebound.domain.due.DueTaskKind;

/**
 * How many due tasks there are of a kind, each the length of the list behind it.
 *
 * @param next when the first of them is due
 * @param overdue those due for more than a minute
 * @param failed those that failed at least once
 */
public record TimerCount(DueTaskKind kind, long all, Instant next, long overdue, long failed) {}
