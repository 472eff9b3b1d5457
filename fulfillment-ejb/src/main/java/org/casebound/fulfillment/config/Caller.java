package org.casebound.fulfillment.config;

import jakarta.ejb.SessionContext;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.casebound.domain.cases.Owner;

/**
 * Who calls, and what he may see. A caller belongs to a queue when he is in the group of the queue's name.
 *
 * @param name user name
 * @param roles answers whether the caller is in a role or group
 */
public record Caller(String name, Predicate<String> roles) {
  public static final String REQUESTER = "requester";
  public static final String AGENT = "agent";
  public static final String LEAD = "lead";
  public static final String PROCESS_OWNER = "process-owner";
  public static final String OPERATOR = "operator";
  public static final String ADMINISTRATOR = "administrator";
  public static final String INTEGRATION = "integration";

  private static final List<String> SEE_EVERYTHING = List.of(LEAD, PROCESS_OWNER, OPERATOR, ADMINISTRATOR);

  /** The caller of the running business method. */
  public static Caller of(SessionContext context) {
    return new Caller(context.getCallerPrincipal().getName(), context::isCallerInRole);
  }

  /** Somebody of whom nothing but the name is known, as when work that he left behind is done later. */
  public static Caller named(String name) {
    return new Caller(name, role -> false);
  }

  /** Somebody on whose behalf a flow or an operator acts, who may see everything. */
  public static Caller seeingEverything(String name) {
    return new Caller(name, ADMINISTRATOR::equals);
  }

  public boolean is(String role) {
    return roles.test(role);
  }

  /** Whether the caller may see the cases and work items of all queues. */
  public boolean seesEverything() {
    return rolesThatSeeEverything().findFirst().isPresent();
  }

  /** Those of the caller's roles by which he may see the cases and work items of all queues. */
  public Stream<String> rolesThatSeeEverything() {
    return SEE_EVERYTHING.stream().filter(roles);
  }

  /** Whether the caller is in one of the roles. */
  public boolean isOneOf(String... wanted) {
    return Stream.of(wanted).anyMatch(roles);
  }

  /** Whether the caller works on cases. */
  public boolean works() {
    return is(AGENT) || is(LEAD);
  }

  /** Whether the caller takes work from the queue. */
  public boolean isMemberOf(String queue) {
    return works() && (is(LEAD) || is(queue));
  }

  /** Whether the caller is that owner, or one of those who take work from that queue. */
  public boolean isOrBelongsTo(Owner owner) {
    return owner.kind() == Owner.Kind.USER ? owner.name().equals(name) : isMemberOf(owner.name());
  }

  /** Whether personal data is shown: to those who work on cases, not to those who run the system. */
  public boolean seesPersonalData() {
    return works();
  }
}
