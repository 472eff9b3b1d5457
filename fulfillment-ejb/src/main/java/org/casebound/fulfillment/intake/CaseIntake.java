package org.casebound.fulfillment.intake;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.fulfillment.config.Caller;

/** Files service requests: one call saves the case, its request and documents and starts its flow, or does nothing at all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseIntake {
  /** How many requests one transaction may file. */
  public static final int MOST_AT_ONCE = 100;

  @Inject private CaseFiling filing;
  @Resource private SessionContext context;

  /**
   * Files a request.
   *
   * @param idempotencyKey the same key with the same body gives the first answer again, per caller
   * @throws RequestRefused when the request does not fit its process; names every problem
   * @throws IdempotencyConflict when the key was used with another body
   * @throws ForbiddenAction INTAKE-010 when a requester files for somebody else
   */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public Receipt file(ServiceRequest request, Optional<String> idempotencyKey) {
    Caller caller = Caller.of(context);
    String requester = requesterOf(request, caller);
    if (idempotencyKey.isEmpty()) {
      return filing.file(request, requester, caller);
    }
    String key = idempotencyKey.get();
    return once(request, requester, caller, key, body -> filing.fileOnce(request, requester, caller, key, body));
  }

  /**
   * Files what was typed into a form, as {@link #file} does; the caller's draft of it goes in the same transaction.
   *
   * @throws RequestRefused when the request does not fit its process; names every problem
   * @throws IdempotencyConflict when the key was used with another body
   * @throws ForbiddenAction INTAKE-010 when a requester files for somebody else
   */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public Receipt fileForm(ServiceRequest request, String key) {
    Caller caller = Caller.of(context);
    String requester = requesterOf(request, caller);
    return once(request, requester, caller, key, body -> filing.fileForm(request, requester, caller, key, body));
  }

  /**
   * Checks a request as {@link #file} does, and saves nothing of it.
   *
   * @throws RequestRefused when the request does not fit its process; names every problem
   * @throws ForbiddenAction INTAKE-010 when a requester asks for somebody else
   */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public void check(ServiceRequest request) {
    Caller caller = Caller.of(context);
    requesterOf(request, caller);
    filing.check(request, caller);
  }

  /**
   * Names of the attributes that are not there with what a request says so far: a form need not show them.
   *
   * @throws RequestRefused when there is no such process
   */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public Set<String> hidden(ServiceRequest request) {
    return filing.hidden(request);
  }

  /**
   * Files requests in one transaction: all of them, each with its flow, or none.
   *
   * @param requests 1 to {@value #MOST_AT_ONCE}
   * @return the answers in the order of the requests
   * @throws RequestRefused when one of them does not fit its process; INTAKE-011 when there are none or too many
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public List<Receipt> fileAll(List<ServiceRequest> requests) {
    Caller caller = Caller.of(context);
    if (requests.isEmpty() || requests.size() > MOST_AT_ONCE) {
      throw new RequestRefused(
          List.of(
              new RequestRefused.Problem(
                  "/requests", "INTAKE-011", "Send 1 to %d requests at once.".formatted(MOST_AT_ONCE))));
    }
    return filing.fileAll(
        requests, requests.stream().map(request -> requesterOf(request, caller)).toList(), caller);
  }

  private static String requesterOf(ServiceRequest request, Caller caller) {
    String requester = request.requester().orElse(caller.name());
    if (!requester.equals(caller.name()) && !mayFileForOthers(caller)) {
      throw new ForbiddenAction(
          "INTAKE-010", "You may file requests for yourself only; leave 'requester' out or set it to your user name.");
    }
    return requester;
  }

  /** Two calls with one key at the same moment: the second finds the key taken at commit and then gives the first answer. */
  private Receipt once(ServiceRequest request, String requester, Caller caller, String key, Function<String, Receipt> file) {
    String body = RequestDigest.of(request, requester);
    Optional<Receipt> earlier = filing.answerTo(caller.name(), key, body);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    try {
      return file.apply(body);
    } catch (EJBException failure) {
      return filing.answerTo(caller.name(), key, body).orElseThrow(() -> failure);
    }
  }

  private static boolean mayFileForOthers(Caller caller) {
    return caller.works() || caller.is(Caller.INTEGRATION) || caller.is(Caller.ADMINISTRATOR);
  }
}
