package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.MessageTrail.Kind;
import org.casebound.fulfillment.desk.MessageTrail.Message;
import org.casebound.fulfillment.persistence.LedgerRepository;
import org.casebound.fulfillment.persistence.ReplyInboxRepository;

/** Finds what was said to back offices and by them by any name that it goes by: requests, answers and acknowledgments together. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class TrailDesk {
  /** So many tries, and so many acknowledgments, the newest. */
  static final int MOST = 100;

  @Inject private LedgerRepository ledger;
  @Inject private ReplyInboxRepository inbox;
  @Inject private CallPayloads payloads;
  @Resource private SessionContext context;

  /**
   * The messages that go by this name.
   *
   * @param name a case number, the id of a try, the idempotency key of a call, the reference that a back office gave, or the id of an
   *     acknowledgment that its sender gave; what is none of these finds nothing
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public MessageTrail of(String name) {
    Caller reader = Caller.of(context);
    boolean seesReplies = reader.is(Caller.OPERATOR) || reader.is(Caller.ADMINISTRATOR);
    String wanted = name.strip();
    Map<Long, ReplyInboxEntry> replies = new LinkedHashMap<>();
    Optional<CaseNumber> number = CaseNumber.parse(wanted.toUpperCase(Locale.ROOT));
    if (seesReplies && number.isEmpty()) {
      add(replies, inbox.named(wanted, MOST));
    }
    Map<Long, StepAttempt> tries =
        number.map(known -> byId(ledger.ofCase(known.id(), MOST).stream())).orElseGet(() -> tries(wanted, replies.values()));
    if (seesReplies && !tries.isEmpty()) {
      add(replies, inbox.answering(keys(tries.values()), tries.keySet(), MOST));
    }
    List<Message> messages =
        Stream.concat(tries.values().stream().flatMap(each -> messages(each, reader)), replies.values().stream().map(each -> message(each, tries)))
            .sorted(Comparator.comparing(Message::at).thenComparing(Message::kind))
            .toList();
    return new MessageTrail(messages, tries.size() >= MOST || replies.size() >= MOST, seesReplies);
  }

  private Map<Long, StepAttempt> tries(String wanted, Collection<ReplyInboxEntry> replies) {
    Stream<StepAttempt> byId = wanted.matches("\\d{1,18}") ? ledger.find(Long.parseLong(wanted)).stream() : Stream.empty();
    Stream<StepAttempt> answered = replies.stream().flatMap(each -> each.attemptId().flatMap(ledger::find).stream());
    Set<String> keys =
        Stream.of(byId, answered, ledger.referredTo(wanted, MOST).stream())
            .flatMap(each -> each)
            .map(StepAttempt::idempotencyKey)
            .collect(Collectors.toSet());
    keys.add(wanted);
    return byId(ledger.triesOf(keys, MOST).stream());
  }

  private static Map<Long, StepAttempt> byId(Stream<StepAttempt> tries) {
    return tries.collect(Collectors.toMap(StepAttempt::id, each -> each, (one, same) -> one, LinkedHashMap::new));
  }

  private static Set<String> keys(Collection<StepAttempt> tries) {
    return tries.stream().map(StepAttempt::idempotencyKey).collect(Collectors.toSet());
  }

  private static void add(Map<Long, ReplyInboxEntry> replies, List<ReplyInboxEntry> found) {
    found.forEach(each -> replies.putIfAbsent(each.id(), each));
  }

  private Stream<Message> messages(StepAttempt attempt, Caller reader) {
    Map<String, Object> payload = payloads.of(attempt, reader);
    Message request = message(attempt, Kind.REQUEST, attempt.endedAt().isPresent() ? "" : attempt.message(), Message.part(payload, "request"));
    return Stream.concat(
        Stream.of(request),
        attempt.endedAt().map(end -> message(attempt, Kind.ANSWER, attempt.message(), Message.part(payload, "reply"))).stream());
  }

  private static Message message(StepAttempt attempt, Kind kind, String text, Optional<Object> content) {
    return new Message(
        kind,
        kind == Kind.REQUEST ? attempt.startedAt() : attempt.endedAt().orElseThrow(),
        Optional.of(attempt.id()),
        Optional.empty(),
        Optional.of(new CaseNumber(attempt.caseId()).toString()),
        attempt.connector(),
        attempt.integration(),
        attempt.number(),
        kind == Kind.REQUEST && attempt.endedAt().isPresent() ? Optional.empty() : Optional.of(attempt.state()),
        attempt.idempotencyKey(),
        attempt.reference(),
        text,
        content);
  }

  private static Message message(ReplyInboxEntry reply, Map<Long, StepAttempt> tries) {
    Optional<StepAttempt> answered = reply.attemptId().map(tries::get);
    return new Message(
        Kind.ACKNOWLEDGMENT,
        reply.receivedAt(),
        reply.attemptId(),
        Optional.of(reply.id()),
        answered.map(attempt -> new CaseNumber(attempt.caseId()).toString()),
        reply.connector(),
        answered.map(StepAttempt::integration).orElse(""),
        0,
        Optional.of(reply.state()),
        reply.messageId(),
        reply.reference(),
        reply.handledWhy().orElse(""),
        Optional.empty());
  }
}
