package org.casebound.fulfillment.intake;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.RequestDraftRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/**
 * Keeps what the caller has begun to ask for, one draft per service, until he files or discards it, at most {@link RequestDraft#KEPT}.
 * Nobody sees the draft of another person.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class RequestDraftDesk {
  @Inject private RequestDraftRepository drafts;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * A draft.
   *
   * @param version version of the process whose form it was
   * @param typed values by the name of their field
   */
  public record Kept(int version, Map<String, List<String>> typed, Instant savedAt) {}

  /**
   * A draft in a list.
   *
   * @param label of the service; empty when it is not offered any more
   */
  public record Begun(String process, Optional<String> label, Instant savedAt) {}

  /**
   * Keeps what the caller has typed; the last one counts. One statement.
   *
   * @param version version of the process whose form it was
   * @param typed values by the name of their field
   * @throws RuleViolation INTAKE-013 when it is too long
   */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public void save(String process, int version, Map<String, List<String>> typed) {
    String body = drafts.text(new Values(new LinkedHashMap<>(typed)));
    if (body.length() > RequestDraft.LONGEST) {
      throw new RuleViolation("INTAKE-013", "A draft has at most %d characters.".formatted(RequestDraft.LONGEST));
    }
    drafts.keep(own(process), version, body, clock.instant());
  }

  /** The caller's own draft of the service. */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public Optional<Kept> mine(String process) {
    return drafts.find(own(process)).map(draft -> new Kept(draft.version(), draft.typed().asTexts(), draft.savedAt()));
  }

  /** All of the caller's drafts, the last one first. One statement. */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public List<Begun> begun() {
    return drafts.of(Caller.of(context).name()).stream()
        .map(draft -> new Begun(draft.process(), catalog.active(draft.process()).map(found -> found.process().label()), draft.savedAt()))
        .toList();
  }

  /** Discards the caller's own draft of the service, if he has one. */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.INTEGRATION, Caller.ADMINISTRATOR})
  public void discard(String process) {
    drafts.forget(own(process));
  }

  private RequestDraft.Id own(String process) {
    return new RequestDraft.Id(Caller.of(context).name(), process);
  }
}
