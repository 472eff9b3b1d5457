package org.casebound.fulfillment.audit;

import java.time.Instant;

/**
 * One change of administration.
 *
 * @param id its place in the chain, from 1 on
 * @param who a user, or the system
 * @param kind name of an {@link AdminChangeKind}
 * @param subject what was changed
 * @param before what it was, as JSON; empty when there was nothing
 * @param after what it is since, as JSON; empty when there is nothing any more
 * @param hash SHA-256 of all of it and of the hash of the change before, lower-case hexadecimal
 */
public record AdminChangeView(
    long id, Instant at, String who, String kind, String subject, String before, String after, String hash) {
  static AdminChangeView of(AdminChange change) {
    return new AdminChangeView(
        change.id(), change.at(), change.who(), change.kind(), change.subject(), change.before(), change.after(), change.hash());
  }
}
