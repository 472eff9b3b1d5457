package org.casebound.fulfillment.desk;

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
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.WorkDraftRepository;

/** Keeps what the caller types on the page of a work item until he decides it. Nobody sees the draft of another person. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class WorkDraftDesk {
  @Inject private WorkDraftRepository drafts;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * A draft.
   *
   * @param typed values by the name of their field
   */
  public record Kept(Map<String, List<String>> typed, Instant savedAt) {}

  /**
   * Keeps what the caller has typed; the last one counts. One statement.
   *
   * @param typed values by the name of their field
   * @return when it was saved
   * @throws ForbiddenAction WORK-023 when he does not have the item
   * @throws RuleViolation WORK-024 when it is too long
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Instant save(long itemId, Map<String, List<String>> typed) {
    String body = drafts.text(new Values(new LinkedHashMap<>(typed)));
    if (body.length() > WorkDraft.LONGEST) {
      throw new RuleViolation("WORK-024", "A draft has at most %d characters.".formatted(WorkDraft.LONGEST));
    }
    Instant now = clock.instant();
    if (!drafts.keep(itemId, Caller.of(context).name(), body, now)) {
      throw new ForbiddenAction("WORK-023", "Only who has the work item can keep a draft of it; claim it first.");
    }
    return now;
  }

  /** The caller's own draft of the item. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Optional<Kept> mine(long itemId) {
    return drafts.find(itemId, Caller.of(context).name()).map(draft -> new Kept(draft.typed().asTexts(), draft.savedAt()));
  }
}
