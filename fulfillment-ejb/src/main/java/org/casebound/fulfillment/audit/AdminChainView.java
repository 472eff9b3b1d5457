package org.casebound.fulfillment.audit;

import java.util.Optional;

/**
 * Whether the chain of changes is whole.
 *
 * @param intact whether every change is there, in its place, and says what it said when it was added
 * @param checked how many changes fit, from the first on
 * @param broken id of the first change that does not fit or is missing
 */
public record AdminChainView(boolean intact, long checked, Optional<Long> broken) {}
