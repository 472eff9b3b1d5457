package org.casebound.fulfillment.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.casebound.domain.workitem.Substitution;

/**
 * Whose inbox it is, and when it is looked at.
 *
 * @param everything whether the person sees all work
 * @param queues queues that he takes work from
 * @param substituted for whom he stands in now
 */
public record InboxScope(boolean everything, Set<String> queues, String user, List<Substitution> substituted, Instant now) {}
