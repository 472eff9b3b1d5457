package org.casebound.fulfillment.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.IntakeKeyRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RequestDraftRepository;

/** The transaction that saves a case with all that belongs to it (T1). Not for callers outside the module: see CaseIntake. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class CaseFiling {
  @Inject private RequestFiling filing;
  @Inject private IntakeKeyRepository keys;
  @Inject private RequestDraftRepository drafts;
  @Inject private NewRecords records;
  @Inject private Clock clock;

  /** Files a request. */
  public Receipt file(ServiceRequest request, String requester, Caller caller) {
    return filing.file(request, requester, caller);
  }

  /** Checks a request and saves nothing. */
  public void check(ServiceRequest request, Caller caller) {
    filing.check(request, caller);
  }

  /** Names of the attributes that are not there with what a request says so far. */
  public Set<String> hidden(ServiceRequest request) {
    return filing.hidden(request);
  }

  /** Files requests for these requesters, all of them or none. */
  public List<Receipt> fileAll(List<ServiceRequest> requests, List<String> requesters, Caller caller) {
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      try {
        receipts.add(file(requests.get(i), requesters.get(i), caller));
      } catch (RequestRefused refused) {
        throw refused.within("/requests/" + i);
      }
    }
    return receipts;
  }

  /** Files a request and remembers the answer under the key. */
  public Receipt fileOnce(ServiceRequest request, String requester, Caller caller, String key, String bodySha256) {
    Receipt receipt = file(request, requester, caller);
    records.add(new IntakeKey(new IntakeKey.Id(caller.name(), key), bodySha256, receipt, clock.instant()));
    return receipt;
  }

  /** Files what was typed into a form, and remembers the answer under the key; the caller's draft of it is gone. */
  public Receipt fileForm(ServiceRequest request, String requester, Caller caller, String key, String bodySha256) {
    Receipt receipt = fileOnce(request, requester, caller, key, bodySha256);
    drafts.forget(new RequestDraft.Id(caller.name(), request.process()));
    return receipt;
  }

  /**
   * The answer that was given to the key before.
   *
   * @throws IdempotencyConflict when it was used with another body
   */
  public Optional<Receipt> answerTo(String caller, String key, String bodySha256) {
    Optional<IntakeKey> used = keys.find(new IntakeKey.Id(caller, key));
    if (used.isPresent() && !used.get().isFor(bodySha256)) {
      throw new IdempotencyConflict(key);
    }
    return used.map(IntakeKey::receipt);
  }
}
