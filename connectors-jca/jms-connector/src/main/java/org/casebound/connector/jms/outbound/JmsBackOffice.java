package org.casebound.connector.jms.outbound;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.naming.NamingException;
import org.casebound.connector.api.AcknowledgementFormat;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.DeadLetterBox;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.MalformedAcknowledgementException;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.base.Reply;
import org.casebound.connector.base.TransactionMode;
import org.jspecify.annotations.Nullable;

/**
 * A back office behind a request queue. Keeps its connection to the broker from one request to the next, unless the
 * request belongs to the caller's transaction: then the server's pool keeps it.
 */
public final class JmsBackOffice implements BackOffice {
  private static final Pattern OPERATION = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9_.-]{0,99}\\s*");

  private final JmsSettings settings;
  private final Credentials credentials;
  private final Clock clock;
  private final AtomicReference<@Nullable JmsLink> idle = new AtomicReference<>();
  private final Set<JmsLink> open = ConcurrentHashMap.newKeySet();

  public JmsBackOffice(JmsSettings settings, Credentials credentials, Clock clock) {
    this.settings = settings;
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * What an operation takes and gives: whatever the back office understands.
   *
   * @throws IllegalArgumentException with a sentence when it is no name
   */
  public static Operation describe(String operation) {
    if (!OPERATION.matcher(operation).matches()) {
      throw new IllegalArgumentException("An operation is one plain word, the name of the request.");
    }
    return Operation.ANY;
  }

  @Override
  public Reply<Outcome> call(Call call, PointOfNoReturn point) {
    try {
      describe(call.operation());
    } catch (IllegalArgumentException e) {
      return Reply.failed(Failure.PERMANENT, "OPERATION_INVALID", String.valueOf(e.getMessage()));
    }
    try {
      JmsLink link = take();
      Reply<Outcome> reply = request(link, call, point);
      giveBack(link, reply.broken() || shares());
      return reply;
    } catch (NamingException e) {
      return Reply.failed(Failure.TRANSIENT, "NAME_MISSING", missing(e));
    } catch (JMSException e) {
      return JmsErrors.beforeCommit(e);
    }
  }

  private Reply<Outcome> request(JmsLink link, Call call, PointOfNoReturn point) throws NamingException {
    long start = System.nanoTime();
    String messageId;
    try {
      messageId = link.send(call);
      if (!point.pass()) {
        link.rollback();
        return Reply.failed(Failure.TRANSIENT, "TIMEOUT_BEFORE_EFFECT", "The caller did not wait any longer.");
      }
      if (shares()) {
        return Reply.of(sent(call, messageId));
      }
    } catch (JMSException e) {
      return JmsErrors.beforeCommit(e);
    }
    try {
      link.commit();
    } catch (JMSException e) {
      if (!JmsErrors.isDuplicate(e)) {
        return JmsErrors.atCommit(e);
      }
    }
    return settings.answering() == Answering.AT_ONCE
        ? answer(link, call, messageId, call.timeout().minusNanos(System.nanoTime() - start))
        : Reply.of(sent(call, messageId));
  }

  private boolean shares() {
    return settings.transaction() == TransactionMode.CALLER;
  }

  private Outcome sent(Call call, String messageId) {
    if (settings.answering() == Answering.NEVER) {
      return new Outcome.Done(Map.of());
    }
    return new Outcome.Accepted(settings.messageIdAsReference() ? messageId : call.key().value());
  }

  private Reply<Outcome> answer(JmsLink link, Call call, String messageId, Duration patience) {
    try {
      Optional<Message> answer = link.await(call.key().value(), messageId, patience);
      if (answer.isEmpty()) {
        return JmsErrors.whileWaiting("The back office did not answer in time, or the broker went away.");
      }
      if (!(answer.get() instanceof TextMessage text) || text.getText() == null) {
        return JmsErrors.whileWaiting("The answer is no text message.");
      }
      return Reply.of(AcknowledgementFormat.parse("jms", text.getText(), clock.instant()).outcome());
    } catch (MalformedAcknowledgementException e) {
      return JmsErrors.whileWaiting("The answer can not be understood. " + e.getMessage());
    } catch (JMSException e) {
      return JmsErrors.whileWaiting(JmsErrors.message(e));
    }
  }

  /** A queue can not be asked what became of a request. */
  @Override
  public Reply<Verification> verify(IdempotencyKey key) {
    return Reply.of(new Verification.Unsupported());
  }

  @Override
  public Reply<Health> health() {
    try {
      JmsLink link = take();
      try {
        link.ping();
      } catch (JMSException e) {
        giveBack(link, true);
        return Reply.broken(new Health(Health.State.DOWN, JmsErrors.message(e)));
      }
      giveBack(link, false);
      return Reply.of(new Health(Health.State.UP, "The broker answered."));
    } catch (NamingException e) {
      return Reply.of(new Health(Health.State.DOWN, missing(e)));
    } catch (JMSException e) {
      return Reply.broken(new Health(Health.State.DOWN, JmsErrors.message(e)));
    }
  }

  @Override
  public Optional<DeadLetterBox> deadLetters() {
    return settings.deadLetterQueue().map(queue -> new JmsDeadLetters(settings, credentials, queue));
  }

  @Override
  public void close() {
    idle.set(null);
    open.forEach(JmsLink::close);
    open.clear();
  }

  private JmsLink take() throws JMSException, NamingException {
    JmsLink kept = idle.getAndSet(null);
    if (kept != null && !kept.isLost()) {
      return kept;
    }
    if (kept != null) {
      giveBack(kept, true);
    }
    JmsLink made = JmsLink.open(settings, credentials);
    open.add(made);
    return made;
  }

  private void giveBack(JmsLink link, boolean broken) {
    if (broken || !open.contains(link) || !idle.compareAndSet(null, link)) {
      open.remove(link);
      link.close();
    }
  }

  private static String missing(NamingException e) {
    return "The server does not have what the connector looks up: " + JmsErrors.message(e);
  }
}
