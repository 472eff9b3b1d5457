package org.casebound.fulfillment.acknowledgement;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.ReplyState;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.Cursor;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.engine.AcknowledgedSteps;
import org.casebound.fulfillment.persistence.ReplyInboxRepository;

/** What operators see of the reply inbox, and what they do with replies that found no call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ReplyDesk {
  @Inject private ReplyInboxRepository inbox;
  @Inject private AcknowledgedSteps steps;
  @Resource private SessionContext context;

  /**
   * Which replies to list, newest first.
   *
   * @param copied only those that came more than once
   * @param size 1 to 100
   */
  public record Query(
      Optional<ReplyState> state, Optional<String> connector, boolean copied, Optional<String> cursor, int size) {}

  /** The inbox, newest first. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Page<AcknowledgementView> page(Query query) {
    int size = Cursor.size(query.size());
    List<ReplyInboxEntry> found =
        inbox.list(
            new ReplyInboxRepository.Filter(
                query.state(), query.connector(), query.copied(), Cursor.before(query.cursor()), size + 1));
    return Cursor.page(found, size, ReplyInboxEntry::id, AcknowledgementView::of);
  }

  /**
   * How many replies there are that are not simply matched.
   *
   * @param connector only those that came in for this connector
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public ReplyCounts counts(Optional<String> connector) {
    Set<ReplyState> counted = EnumSet.complementOf(EnumSet.of(ReplyState.MATCHED));
    Map<ReplyState, Long> found = inbox.count(connector, counted);
    return new ReplyCounts(
        counted.stream().collect(Collectors.toMap(Function.identity(), state -> found.getOrDefault(state, 0L))), inbox.countCopied(connector));
  }

  /**
   * One reply.
   *
   * @throws UnknownRecord when there is none
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public AcknowledgementView find(long id) {
    return inbox.find(id).map(AcknowledgementView::of).orElseThrow(() -> new UnknownRecord("reply", id));
  }

  /**
   * Says which call a reply answers; the step that waits for it goes on with it.
   *
   * @param attemptId a try of the call: the id of a line of the effect ledger
   * @throws UnknownRecord when there is no such reply or call
   * @throws StaleRecord ACK-001 when the step does not wait any more, ACK-004 when the reply is matched or discarded already
   * @throws org.casebound.domain.shared.RuleViolation ACK-002 when the call went through another connector, ACK-003 when its flow is
   *     suspended
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public AcknowledgementView match(long id, long attemptId, String reason) {
    ReplyInboxEntry entry = undecided(id);
    steps.match(attemptId, entry, Caller.of(context).name(), reason.strip());
    return AcknowledgementView.of(entry);
  }

  /**
   * Puts a reply aside: it answers nothing.
   *
   * @throws UnknownRecord when there is no such reply
   * @throws StaleRecord ACK-004 when it is matched or discarded already
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public AcknowledgementView discard(long id, String reason) {
    ReplyInboxEntry entry = undecided(id);
    entry.discard(Caller.of(context).name(), reason.strip());
    return AcknowledgementView.of(entry);
  }

  private ReplyInboxEntry undecided(long id) {
    ReplyInboxEntry entry = inbox.lock(id).orElseThrow(() -> new UnknownRecord("reply", id));
    if (!EnumSet.of(ReplyState.UNMATCHED, ReplyState.WAITING).contains(entry.state())) {
      throw new StaleRecord("ACK-004", "The reply is %s already.".formatted(entry.state()));
    }
    return entry;
  }
}
