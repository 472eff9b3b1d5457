package org.casebound.fulfillment.intake;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.RequestUseRepository;
import org.casebound.fulfillment.persistence.RequestUseRepository.Use;

/** Which services are asked for most. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RequestUse {
  private static final Duration LATELY = Duration.ofDays(90);

  @Inject private RequestUseRepository uses;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * Services by how often they were asked for in the last 90 days, most first.
   *
   * @param own whether that was the caller himself; otherwise he has asked for none, and it was everybody
   * @param processes API names
   */
  public record Ranking(boolean own, List<String> processes) {}

  /** What the caller has asked for most; if for nothing, what everybody has. One statement. */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public Ranking ranking() {
    List<Use> all = uses.since(clock.instant().minus(LATELY), Caller.of(context).name());
    boolean own = all.stream().anyMatch(Use::own);
    return new Ranking(own, all.stream().filter(use -> use.own() == own).map(Use::process).toList());
  }
}
